import { digestByOid } from '../digests.ts';
import { edwardsVerify } from './edwards.ts';
import { comparableName } from './name.ts';
import { nativeVerify } from './native-verify.ts';
import { verifyMlDsa } from './post-quantum.ts';
import { signatureSchemeOf } from './signature-scheme.ts';
import { verifyDsa } from './verify-dsa.ts';
import { verifyEcdsa } from './verify-ecdsa.ts';
import { verifyPkcs1, verifyPss } from './verify-rsa.ts';
import type { Certificate } from './certificate.ts';

/**
 * Whether one certificate signed another: `yes` (the signature verifies), `no`, or `named` where the algorithm can't
 * be verified here and name and key identifier say so.
 */
export type Signs = 'yes' | 'no' | 'named';

const verdicts = new WeakMap<Certificate, WeakMap<Certificate, Signs>>();

/**
 * Whether `issuer` signed `subject` (RFC 5280 6.1.3 a): the names fit, and the signature verifies with the issuer's
 * public key; where it can't be verified, the key identifiers decide. JavaScript alone gives the answer, so that
 * it is the same with every crypto library; `acceleration` lets node:crypto say yes sooner, where that is worth
 * it (elliptic curves). The answer is kept with the certificates.
 */
export function signs(issuer: Certificate, subject: Certificate, acceleration = false): Signs {
  const known = verdicts.get(issuer)?.get(subject);
  if (known !== undefined) return known;
  const verdict = judge(issuer, subject, acceleration);
  const ofIssuer = verdicts.get(issuer) ?? new WeakMap<Certificate, Signs>();
  verdicts.set(issuer, ofIssuer.set(subject, verdict));
  return verdict;
}

function judge(issuer: Certificate, subject: Certificate, acceleration: boolean): Signs {
  if (comparableName(issuer.subject) !== comparableName(subject.issuer)) return 'no';
  if (acceleration && verifyNatively(issuer, subject)) return 'yes';
  const verified = verify(issuer, subject);
  if (verified !== null) return verified ? 'yes' : 'no';
  const wanted = subject.extensions.authorityKeyId;
  const own = issuer.extensions.subjectKeyId;
  return wanted === null || own === null || wanted === own ? 'named' : 'no';
}

/** A no of another library is not taken for an answer: it may only not know the curve. */
function verifyNatively(
  issuer: Certificate,
  { signatureAlgorithm, tbs, signature }: Certificate,
): boolean {
  const scheme = signatureSchemeOf(signatureAlgorithm);
  if (scheme?.kind !== 'ecdsa' && scheme?.kind !== 'eddsa') return false;
  const hash = scheme.kind === 'ecdsa' ? (digestByOid(scheme.hash)?.opensslName ?? null) : null;
  if (scheme.kind === 'ecdsa' && hash === null) return false;
  return nativeVerify(issuer.publicKey.raw, hash, tbs, signature) === true;
}

/** Null where the algorithm or the key can't be handled here. */
function verify(issuer: Certificate, subject: Certificate): boolean | null {
  const scheme = signatureSchemeOf(subject.signatureAlgorithm);
  const { material } = issuer.publicKey;
  if (scheme === null || material.kind === 'unknown') return null;
  const { tbs, signature } = subject;
  if (scheme.kind === 'eddsa') {
    return material.kind === 'raw' && edwardsVerify(scheme.curve, signature, tbs, material.bytes);
  }
  if (scheme.kind === 'ml-dsa') {
    return material.kind === 'raw' && verifyMlDsa(scheme.oid, signature, tbs, material.bytes);
  }
  const digest = digestByOid(scheme.hash)?.hash(tbs);
  if (digest === undefined) return null;
  switch (scheme.kind) {
    case 'pkcs1':
      return material.kind === 'rsa' && verifyPkcs1(material, scheme.hash, digest, signature);
    case 'pss':
      return material.kind === 'rsa' && verifyPss(material, scheme, digest, signature);
    case 'ecdsa':
      return material.kind === 'ec' && verifyEcdsa(material, digest, signature);
    default:
      return material.kind === 'dsa' && verifyDsa(material, digest, signature);
  }
}
