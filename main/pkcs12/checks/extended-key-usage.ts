import { defineRule } from './rule.ts';

const notBesideMail = ['serverAuth', 'codeSigning', 'timeStamping', 'anyExtendedKeyUsage'];

/** The extended key usage, where there is one, must allow mail. */
export const extendedKeyUsage = defineRule({
  id: 'extended-key-usage',
  source: 'RFC 8550 4.4.4',
  variants: {
    mail: 'passed',
    any: 'passed',
    absent: 'passed',
    mixed: 'warning',
    'not-mail': 'error',
    'not-mail-look': 'warning',
  },
  find: ({ person }, { purpose }) => {
    if (person === null) return null;
    const usage = person.shown.extendedKeyUsage;
    if (usage === null) return { variant: 'absent', found: '-' };
    const found = usage.join(', ');
    const params = { usage: found };
    if (usage.includes('emailProtection')) {
      const other = usage.find((name) => notBesideMail.includes(name));
      if (other === undefined) return { variant: 'mail', found, params };
      return { variant: 'mixed', found, params: { ...params, other } };
    }
    if (usage.includes('anyExtendedKeyUsage')) return { variant: 'any', found, params };
    return { variant: purpose === 'look' ? 'not-mail-look' : 'not-mail', found, params };
  },
});
