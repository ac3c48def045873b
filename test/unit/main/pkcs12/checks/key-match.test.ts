import { describe, expect, it } from 'vitest';
import { authority, mailCertificate, verdict } from '../support/check-facts.ts';
import {
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../../../main/pkcs12/asn1/write.ts';

const own = mailCertificate();
const stranger = mailCertificate();
const key = { pkcs8: own.pair.pkcs8, friendlyName: null, cspName: null };

describe('key and certificate', () => {
  it('belong together when their public keys are equal', () => {
    expect(verdict('key-match', { certificates: [authority(), own], keys: [own] })).toBe(
      'passed fits',
    );
  });

  it('block the upload when no certificate has this public key', () => {
    expect(verdict('key-match', { certificates: [own], keys: [stranger] })).toBe('error fits-none');
  });

  it('are not called a pair only because the file labels them so', () => {
    const labelled = [
      { der: own.der, friendlyName: null, localKeyId: '02' },
      { der: stranger.der, friendlyName: null, localKeyId: '01' },
    ];
    expect(
      verdict('key-match', { certificates: labelled, keys: [{ ...key, localKeyId: '01' }] }),
    ).toBe('warning local-key-id');
    expect(
      verdict('key-match', { certificates: labelled, keys: [{ ...key, localKeyId: '02' }] }),
    ).toBe('passed fits');
  });

  it('are not judged where the public key can’t be computed', () => {
    const unknown = sequence(
      integer(0),
      sequence(oid('1.2.643.7.1.1.1.1'), nullValue()),
      octetString(Uint8Array.of(4, 1, 7)),
    );
    const bag = { pkcs8: unknown, friendlyName: null, localKeyId: null, cspName: null };
    expect(verdict('key-match', { certificates: [own], keys: [bag] })).toBe('warning not-checked');
  });

  it('are not compared where one of them is missing', () => {
    expect(verdict('key-match', { certificates: [own], keys: [] })).toBeUndefined();
  });
});
