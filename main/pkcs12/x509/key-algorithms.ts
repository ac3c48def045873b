import { publicKeyName } from '../oids.ts';

/** How a public key algorithm is called for a person, and which form its keys have. */
type KeyAlgorithm = {
  /** `RSA`, `EC`, `Ed25519` */
  readonly name: string;
  /** As the manifest of `openssl pkey -text` has it: `RSA`, `ED25519`. */
  readonly opensslName: string;
  /** Undefined: plain octets. */
  readonly form?: 'rsa' | 'dsa' | 'ec';
};

/** Public key algorithms with a form of their own (RFC 8017, 3279, 5480, 8410). */
export const keyAlgorithms: Readonly<Record<string, KeyAlgorithm>> = {
  '1.2.840.113549.1.1.1': { name: 'RSA', opensslName: 'RSA', form: 'rsa' },
  '2.5.8.1.1': { name: 'RSA', opensslName: 'RSA', form: 'rsa' },
  '1.2.840.113549.1.1.7': { name: 'RSA-OAEP', opensslName: 'RSA-OAEP', form: 'rsa' },
  '1.2.840.113549.1.1.10': { name: 'RSA-PSS', opensslName: 'RSA-PSS', form: 'rsa' },
  '1.2.840.10040.4.1': { name: 'DSA', opensslName: 'DSA', form: 'dsa' },
  '1.3.14.3.2.12': { name: 'DSA', opensslName: 'DSA', form: 'dsa' },
  '1.2.840.10045.2.1': { name: 'EC', opensslName: 'EC', form: 'ec' },
  '1.3.132.1.12': { name: 'ECDH', opensslName: 'EC', form: 'ec' },
  '1.3.101.110': { name: 'X25519', opensslName: 'X25519' },
  '1.3.101.111': { name: 'X448', opensslName: 'X448' },
  '1.3.101.112': { name: 'Ed25519', opensslName: 'ED25519' },
  '1.3.101.113': { name: 'Ed448', opensslName: 'ED448' },
};

/** The name for a person: `RSA`, `EC`, `Ed25519`, `ML-DSA-65`, else openssl's name or the OID. */
export function keyAlgorithmName(oid: string): string {
  return keyAlgorithms[oid]?.name ?? publicKeyName(oid);
}

/** `RSA 2048`, `EC prime256v1`, `ED25519`: a key as the manifest's `keyAlgs` writes it. */
export function opensslKeyName(oid: string, bits: number | null, curve: string | null): string {
  const name = keyAlgorithms[oid]?.opensslName ?? publicKeyName(oid);
  if (curve !== null) return `${name} ${curve}`;
  return bits === null ? name : `${name} ${bits}`;
}
