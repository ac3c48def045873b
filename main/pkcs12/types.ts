import type { Inspection, Purpose } from '../../preload/contract/inspection.ts';

/** An X.509 certificate as it stands in the file. */
export type CertificateBag = {
  readonly der: Uint8Array;
  readonly friendlyName: string | null;
  /** Hexadecimal, lower case. */
  readonly localKeyId: string | null;
};

/** A private key, decrypted: PKCS#8 PrivateKeyInfo (RFC 5208). Overwritten by whoever opened the file. */
export type KeyBag = {
  readonly pkcs8: Uint8Array;
  readonly friendlyName: string | null;
  readonly localKeyId: string | null;
  /** Microsoft CSP name (1.3.6.1.4.1.311.17.1), where the file names one. */
  readonly cspName: string | null;
};

/** How the file proves that it is whole. */
export type MacFacts = {
  /** `HMAC-SHA-256`; `PBMAC1 HMAC-SHA-256` for RFC 9579. */
  readonly algorithm: string;
  /** `PKCS12KDF-SHA-256`, `PBKDF2-HMAC-SHA-256`. */
  readonly kdf: string;
  readonly iterations: number;
  /** As `openssl pkcs12 -info` names it: `sha256`, `sha512-256`, `PBMAC1`. */
  readonly opensslName: string;
};

/** How one part is encrypted, or that it is not. */
export type LayerFacts = {
  readonly part: 'certificates' | 'key' | 'other';
  /** `PBES2 AES-256-CBC`, `pbeWithSHA1And40BitRC2-CBC`, `none`. */
  readonly algorithm: string;
  /** `PBKDF2-HMAC-SHA-256`, `PKCS12KDF-SHA-1`, `scrypt N=16384 r=8 p=1`; null for `none`. */
  readonly kdf: string | null;
  /** Null for `none` and for scrypt. */
  readonly iterations: number | null;
  /** As `openssl pkcs12 -info` names it: `PBES2, PBKDF2, AES-256-CBC`; null for `none`, and where it can't decrypt it. */
  readonly opensslName: string | null;
  /** `PBES2 2.16.840.1.101.3.4.1.42`, or the OID of PBES1; null for `none`. */
  readonly oidName: string | null;
};

/** Everything that was in a file. A PEM or PKCS#7 file has the same shape, without MAC and layers. */
export type OpenedContainer = {
  readonly certificates: readonly CertificateBag[];
  readonly keys: readonly KeyBag[];
  /** `secret`, `crl`, `sdsi-certificate`, or the OID of a bag that is neither key nor certificate. */
  readonly otherBags: readonly string[];
  readonly mac: MacFacts | null;
  readonly layers: readonly LayerFacts[];
  readonly passwordUsed: 'none' | 'empty' | 'given';
};

/** What a file is looked at with. */
export type InspectRequest = {
  /** Null when none was given; the empty and the null password are tried by themselves then. */
  readonly password: string | null;
  readonly purpose: Purpose;
  /** The account's address, for the check that the certificate names it. */
  readonly email: string | null;
  /** Epoch ms. */
  readonly now: number;
  /** SHA-256 fingerprints (hex) of the certificates that the account already has. */
  readonly knownFingerprints: readonly string[];
  /**
   * `pkcs12` refuses whatever else the file turns out to be and says what that is; `any` reads PEM, DER
   * certificates and PKCS#7 too.
   */
  readonly accept: 'pkcs12' | 'any';
  /** False: nothing of node:crypto is used. */
  readonly acceleration: boolean;
  readonly signal?: AbortSignal;
};

/** What every check may look at. */
export type CheckFacts = {
  readonly inspection: Omit<Inspection, 'checks'>;
  readonly container: OpenedContainer;
  /** For the check of its strength alone; never goes into a finding. */
  readonly password: string | null;
};

export type CheckContext = Pick<InspectRequest, 'purpose' | 'email' | 'now' | 'knownFingerprints'>;
