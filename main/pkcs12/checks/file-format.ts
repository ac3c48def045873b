import { defineRule } from './rule.ts';

/** Only a PKCS#12 file can be uploaded; the others can be looked at. */
export const fileFormat = defineRule({
  id: 'file-format',
  source: 'RFC 7292 4',
  variants: { pkcs12: 'passed', other: 'error', 'other-look': 'passed' },
  find: ({ inspection }, { purpose }) => {
    const found = inspection.format;
    if (found === 'pkcs12') return { variant: 'pkcs12', found };
    return { variant: purpose === 'look' ? 'other-look' : 'other', found };
  },
});
