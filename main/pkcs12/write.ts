import {
  bmpString,
  context,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
} from './asn1/write.ts';
import { sha1Digest, sha256Digest } from './digests.ts';
import { authenticate } from './kdf/authenticate.ts';
import { pbkdf2 } from './kdf/pbkdf2.ts';
import { kdfPurpose, pkcs12Kdf } from './kdf/pkcs12-kdf.ts';
import { attributeTypes, bagTypes, certificateTypes, contentTypes, schemes } from './oids.ts';
import { overwrite, passwordForms } from './passwords.ts';
import { sealWithPbes1, sealWithPbes2 } from './seal.ts';
import type { Sealed, Sealing } from './seal.ts';
import type { Strength } from './strengths.ts';
import type { CertificateBag, KeyBag } from './types.ts';

export type WriteRequest = {
  /** In the order in which they are to stand. */
  readonly certificates: readonly CertificateBag[];
  readonly keys: readonly KeyBag[];
  readonly password: string;
  readonly strength: Strength;
  /** Gives that many random bytes: salts and initialization vectors. */
  readonly random: (length: number) => Uint8Array;
  readonly acceleration: boolean;
};

const hmacWithSha256 = '1.2.840.113549.2.9';
const sha256 = '2.16.840.1.101.3.4.2.1';
const sha1 = '1.3.14.3.2.26';

/**
 * Writes a PKCS#12 container (RFC 7292): the certificates encrypted together,
 * each key by itself, a MAC over all. DER throughout, so that the strictest readers take it.
 */
export async function writeContainer(request: WriteRequest): Promise<Uint8Array> {
  const { strength } = request;
  const forms = passwordForms(request.password);
  try {
    const { random, acceleration } = request;
    const sealing = { forms, iterations: strength.iterations, random, acceleration };
    const seal = strength.encryption === 'pbes2' ? sealWithPbes2 : sealWithPbes1;
    const certificates = sequence(...request.certificates.map(certificateBag));
    const keys = await Promise.all(
      request.keys.map(async (key) => {
        const sealed = await seal(key.pkcs8, sealing);
        return shroudedKeyBag(key, sequence(sealed.algorithm, octetString(sealed.bytes)));
      }),
    );
    const safes = sequence(
      ...(request.certificates.length > 0
        ? [encryptedData(await seal(certificates, sealing))]
        : []),
      ...(keys.length > 0 ? [dataContent(sequence(...keys))] : []),
    );
    const mac = await macData(safes, strength, sealing);
    return sequence(integer(3), dataContent(safes), mac);
  } finally {
    overwrite(forms);
  }
}

function dataContent(bytes: Uint8Array): Uint8Array {
  return sequence(oid(contentTypes.data), context(0, octetString(bytes)));
}

function encryptedData({ algorithm, bytes }: Sealed): Uint8Array {
  const encrypted = implicitOctets(bytes);
  const info = sequence(oid(contentTypes.data), algorithm, encrypted);
  return sequence(oid(contentTypes.encryptedData), context(0, sequence(integer(0), info)));
}

/** `[0] IMPLICIT OCTET STRING`: the tag takes the place of the string's own. */
function implicitOctets(bytes: Uint8Array): Uint8Array {
  const encoded = Uint8Array.from(octetString(bytes));
  encoded[0] = 0x80;
  return encoded;
}

function certificateBag(certificate: CertificateBag): Uint8Array {
  const value = sequence(oid(certificateTypes.x509), context(0, octetString(certificate.der)));
  return sequence(oid(bagTypes.certificate), context(0, value), ...attributes(certificate));
}

function shroudedKeyBag(key: KeyBag, encrypted: Uint8Array): Uint8Array {
  return sequence(oid(bagTypes.shroudedKey), context(0, encrypted), ...attributes(key));
}

function attributes(bag: Partial<KeyBag>): Uint8Array[] {
  const known: Uint8Array[] = [];
  const add = (type: string, value: Uint8Array): void => {
    known.push(sequence(oid(type), setOf(value)));
  };
  if (bag.friendlyName) add(attributeTypes.friendlyName, bmpString(bag.friendlyName));
  if (bag.localKeyId) {
    add(attributeTypes.localKeyId, octetString(Buffer.from(bag.localKeyId, 'hex')));
  }
  if (bag.cspName) add(attributeTypes.cspName, bmpString(bag.cspName));
  return known.length > 0 ? [setOf(...known)] : [];
}

async function macData(
  content: Uint8Array,
  strength: Strength,
  sealing: Sealing,
): Promise<Uint8Array> {
  const { forms, random, acceleration } = sealing;
  const { iterations } = strength;
  const salt = random(strength.mac === 'sha1' ? 8 : 16);
  if (strength.mac === 'pbmac1') {
    const [password = new Uint8Array(0)] = forms.text;
    const input = { digest: sha256Digest, password, salt, iterations, length: 32, acceleration };
    const key = await pbkdf2(input);
    const prf = sequence(oid(hmacWithSha256), nullValue());
    const parameters = sequence(octetString(salt), integer(iterations), integer(32), prf);
    const kdf = sequence(oid(schemes.pbkdf2), parameters);
    const algorithm = sequence(oid(schemes.pbmac1), sequence(kdf, prf));
    const digest = octetString(authenticate(sha256Digest, key, content, acceleration));
    key.fill(0);
    // RFC 9579 4: salt and count stand in the parameters. This salt is there for the structure's sake; the count
    // keeps its default, which DER leaves out.
    return sequence(sequence(algorithm, digest), octetString(salt));
  }
  const digest = strength.mac === 'sha1' ? sha1Digest : sha256Digest;
  const [password = new Uint8Array(0)] = forms.bmp;
  const length = digest.hash.outputLen;
  const key = pkcs12Kdf({ digest, password, salt, iterations, purpose: kdfPurpose.mac, length });
  const algorithm = sequence(oid(strength.mac === 'sha1' ? sha1 : sha256), nullValue());
  const value = octetString(authenticate(digest, key, content, acceleration));
  key.fill(0);
  return sequence(sequence(algorithm, value), octetString(salt), integer(iterations));
}
