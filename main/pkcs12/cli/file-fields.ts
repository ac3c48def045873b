import { readPrivateKey } from '../x509/private-key.ts';
import { opensslKeyName } from '../x509/key-algorithms.ts';
import { opensslFields } from './openssl-fields.ts';
import type { Inspection } from '../../../preload/contract/inspection.ts';
import type { KeyBag, OpenedContainer } from '../types.ts';
import type { OpensslCertificate } from './openssl-fields.ts';

/** An opened file with the names and spellings of `openssl pkcs12 -info`. */
export type FileFields = {
  readonly certs: readonly OpensslCertificate[];
  readonly keys: number;
  /** `RSA 2048`, `EC prime256v1`, `ED25519` */
  readonly keyAlgs: readonly string[];
  /** For each key, the places of the certificates that it fits; null where that can't be computed. */
  readonly keyCertMatches: readonly (readonly number[] | null)[];
  readonly macAlg: string | null;
  readonly macIterations: number | null;
  /** Each once, sorted; by OID where `openssl pkcs12` can't decrypt the file and so has no name to print. */
  readonly encAlgs: readonly string[];
  readonly iterations: readonly number[];
  readonly friendlyNames: readonly string[];
};

/** Describes an opened file as openssl would. Its keys must not be overwritten yet. Throws `malformed`. */
export function fileFields(container: OpenedContainer, inspection: Inspection): FileFields {
  const { certificates, keys, mac, layers } = container;
  return {
    certs: certificates.map(opensslFields),
    keys: keys.length,
    keyAlgs: keys.map(keyName),
    keyCertMatches: inspection.keys.map((key) => key.fits),
    macAlg: mac?.opensslName ?? null,
    macIterations: mac?.iterations ?? null,
    encAlgs: encryptionNames(layers),
    iterations: [...new Set(layers.flatMap((layer) => layer.iterations ?? []))].toSorted(
      (left, right) => left - right,
    ),
    friendlyNames: [
      ...new Set([...certificates, ...keys].flatMap((bag) => bag.friendlyName ?? [])),
    ],
  };
}

function encryptionNames(layers: OpenedContainer['layers']): string[] {
  const encrypted = layers.filter(({ oidName }) => oidName !== null);
  const named = encrypted.every(({ opensslName }) => opensslName !== null);
  const names = encrypted.flatMap((layer) => (named ? layer.opensslName : layer.oidName) ?? []);
  return [...new Set(names)].toSorted();
}

function keyName(bag: KeyBag): string {
  const { algorithm, bits, curve } = readPrivateKey(bag.pkcs8);
  return opensslKeyName(algorithm.oid, bits, curve);
}
