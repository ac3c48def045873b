import { describe, expect, it } from 'vitest';
import { sameAddress } from '../../../../../main/pkcs12/checks/address.ts';
import { findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { context, der, oid } from '../../../../../main/pkcs12/asn1/write.ts';
import {
  emailNames,
  extension,
  ia5String,
  name,
  utf8String,
} from '../support/certificate-maker.ts';
import { sequence } from '../../../../../main/pkcs12/asn1/write.ts';
import type { CertificateWish } from '../support/certificate-maker.ts';

const withNames = (...addresses: readonly string[]) =>
  made({ extensions: [emailNames(...addresses)] });
const made = (wish: CertificateWish) => ({ certificates: [mailCertificate(wish)] });
const inSubject = name([
  ['2.5.4.3', 'Ada'],
  ['1.2.840.113549.1.9.1', ia5String('ada@example.org')],
]);

describe('the address', () => {
  it('is the account’s, whatever the letter case', () => {
    expect(verdict('address', withNames('bob@example.org', 'Ada@Example.ORG'))).toBe(
      'passed matches',
    );
  });

  it('blocks the upload when it is another one', () => {
    expect(findingOf('address', withNames('bob@example.org'))).toMatchObject({
      level: 'error',
      variant: 'mismatch',
      params: { addresses: 'bob@example.org', email: 'ada@example.org' },
    });
  });

  it('is only told to whoever looks', () => {
    expect(verdict('address', withNames('bob@example.org'), { purpose: 'look' })).toBe(
      'warning mismatch-look',
    );
  });

  it('is a warning when it stands in the subject alone', () => {
    expect(verdict('address', made({ subject: inSubject, extensions: [] }))).toBe(
      'warning subject-only',
    );
  });

  it('is missed when there is none', () => {
    expect(verdict('address', made({ extensions: [] }))).toBe('warning none');
  });

  it('is not compared without an account', () => {
    expect(verdict('address', withNames('bob@example.org'), { email: null })).toBeUndefined();
  });

  it('may be international', () => {
    const mailbox = der(
      0xa0,
      oid('1.3.6.1.5.5.7.8.9'),
      context(0, utf8String('ädä@bücher.example')),
    );
    const extensions = [extension('2.5.29.17', sequence(mailbox))];
    const email = 'ÄDÄ@xn--bcher-kva.example';
    expect(verdict('address', made({ extensions }), { email })).toBe('passed matches');
  });
});

describe('two addresses', () => {
  it('are the same but for case, an international domain’s form and a final dot', () => {
    expect(sameAddress('a@Bücher.example', 'A@XN--BCHER-KVA.EXAMPLE')).toBe(true);
    expect(sameAddress(' a@example.org. ', 'a@example.org')).toBe(true);
  });

  it('differ in domain or local part', () => {
    expect(sameAddress('a@example.org', 'a@example.com')).toBe(false);
    expect(sameAddress('a.b@example.org', 'ab@example.org')).toBe(false);
    expect(sameAddress('a', 'a@example.org')).toBe(false);
  });
});
