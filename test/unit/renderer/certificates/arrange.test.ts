import { describe, expect, it } from 'vitest';
import { arrange } from '../../../../renderer/certificates/arrange.ts';
import type { Sort } from '../../../../renderer/certificates/arrange.ts';
import { now, sampleCertificate } from './sample.ts';

const day = 86_400_000;
const byEnd: Sort = { column: 'expiresAt', descending: false };
const options = { search: '', sort: byEnd, now, language: 'en' };
const ids = (certificates: readonly { id: string }[]): string[] => certificates.map(({ id }) => id);

describe('arranging the certificates', () => {
  it('puts what has ended into a group of its own, the latest first', () => {
    const { current, ended } = arrange(
      [
        sampleCertificate({ id: 'late', expiresAt: now + 90 * day }),
        sampleCertificate({ id: 'long-gone', expiresAt: now - 900 * day }),
        sampleCertificate({ id: 'soon', expiresAt: now + 3 * day }),
        sampleCertificate({ id: 'just-gone', expiresAt: now - day }),
      ],
      options,
    );
    expect(ids(current)).toEqual(['soon', 'late']);
    expect(ids(ended)).toEqual(['just-gone', 'long-gone']);
  });

  it('finds a name without its accents, a serial number with or without colons, an address', () => {
    const certificates = [
      sampleCertificate({ id: 'a', subject: 'CN=Zoë Müller', serial: '01:AB:ff' }),
      sampleCertificate({ id: 'b', emails: ['claims@haldenvoss.example'] }),
    ];
    const find = (search: string): string[] =>
      ids(arrange(certificates, { ...options, search }).current);
    expect(find('muller zoe')).toEqual(['a']);
    expect(find('01abff')).toEqual(['a']);
    expect(find('01:ab')).toEqual(['a']);
    expect(find('CLAIMS@')).toEqual(['b']);
    expect(find('claims muller')).toEqual([]);
    expect(find('  ')).toHaveLength(2);
    expect(find('ca 3')).toEqual(['a', 'b']);
    expect(find('ca 1')).toEqual([]);
  });

  it('sorts names as a person would: CA 9 before CA 10', () => {
    const certificates = [
      sampleCertificate({ id: 'ten', issuedBy: 'CA 10' }),
      sampleCertificate({ id: 'nine', issuedBy: 'ca 9' }),
    ];
    const sort: Sort = { column: 'issuedBy', descending: false };
    expect(ids(arrange(certificates, { ...options, sort }).current)).toEqual(['nine', 'ten']);
    const turned = arrange(certificates, { ...options, sort: { ...sort, descending: true } });
    expect(ids(turned.current)).toEqual(['ten', 'nine']);
  });
});
