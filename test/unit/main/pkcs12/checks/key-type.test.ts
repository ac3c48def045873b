import { describe, expect, it } from 'vitest';
import { findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { bitString, ecPair, ed25519Pair, rsaPair } from '../support/certificate-maker.ts';
import { integer, nullValue, oid, sequence } from '../../../../../main/pkcs12/asn1/write.ts';
import type { Pair } from '../support/certificate-maker.ts';

const withKey = (pair: Pair) => ({ certificates: [mailCertificate({ pair })] });

/** A certificate over an RSA key of any size: nobody has to have its private half. */
function rsaOf(bits: number) {
  const key = sequence(integer((1n << BigInt(bits - 1)) + 1n), integer(65_537));
  const spki = sequence(sequence(oid('1.2.840.113549.1.1.1'), nullValue()), bitString(key));
  return { certificates: [mailCertificate({ spki })] };
}

function keyOf(algorithm: string) {
  const spki = sequence(sequence(oid(algorithm)), bitString(new Uint8Array(64).fill(7)));
  return { certificates: [mailCertificate({ spki })] };
}

describe('the size of an RSA key', () => {
  it('is fine from 2048 to 4096 bits', () => {
    expect(verdict('rsa-size', rsaOf(2048))).toBe('passed fine');
    expect(verdict('rsa-size', rsaOf(4096))).toBe('passed fine');
  });

  it('blocks the upload below 1024 bits and warns below 2048', () => {
    expect(verdict('rsa-size', rsaOf(512))).toBe('error tiny');
    expect(verdict('rsa-size', rsaOf(1023))).toBe('error tiny');
    expect(findingOf('rsa-size', withKey(rsaPair(1024)))).toMatchObject({
      level: 'warning',
      variant: 'small',
      found: 'RSA 1024',
    });
  });

  it('is told when it is no multiple of 8, or very large', () => {
    expect(verdict('rsa-size', rsaOf(2049))).toBe('warning odd');
    expect(verdict('rsa-size', rsaOf(8192))).toBe('info large');
  });

  it('is not asked of other keys', () => {
    expect(verdict('rsa-size', withKey(ecPair()))).toBeUndefined();
  });
});

describe('the type of another key', () => {
  it('is fine with the curves that mail programs know', () => {
    for (const curve of ['prime256v1', 'secp384r1', 'secp521r1']) {
      expect(verdict('key-type', withKey(ecPair(curve)))).toBe('passed fine');
    }
    expect(verdict('key-type', withKey(ed25519Pair()))).toBe('passed fine');
  });

  it('is told when its curve is rare', () => {
    for (const curve of ['secp256k1', 'brainpoolP256r1']) {
      expect(verdict('key-type', withKey(ecPair(curve)))).toBe('warning rare-curve');
    }
  });

  it('is told when a curve is written out instead of named', () => {
    expect(verdict('key-type', withKey(ecPair('prime256v1', 'explicit')))).toBe(
      'warning written-out',
    );
  });

  it('is told when it is out of use, ahead of its time, or unknown', () => {
    expect(verdict('key-type', keyOf('1.2.840.10040.4.1'))).toBe('warning dsa');
    expect(verdict('key-type', keyOf('2.16.840.1.101.3.4.3.18'))).toBe('warning post-quantum');
    expect(verdict('key-type', keyOf('1.2.3.4'))).toBe('warning unknown');
  });

  it('is not asked of RSA', () => {
    expect(verdict('key-type', rsaOf(2048))).toBeUndefined();
  });
});
