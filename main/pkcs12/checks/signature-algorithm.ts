import { digestByOid } from '../digests.ts';
import { signatureSchemeOf } from '../x509/signature-scheme.ts';
import { nameOf } from './examined.ts';
import { defineRule } from './rule.ts';
import type { Examinee } from './examined.ts';

const broken = /md[245]|mdc2/iu;
const sha1 = /sha-?1(?![0-9])|^dsaWithSHA$|^shaWithRSA|ripemd160/iu;

/** Nobody can have forged the signatures of the chain. A root's own signature proves nothing, so it is left out. */
export const signatureAlgorithm = defineRule({
  id: 'signature-algorithm',
  source: 'RFC 8550 4.3',
  variants: { fine: 'passed', broken: 'error', sha1: 'warning', 'issuer-sha1': 'warning' },
  find: ({ chain }) => {
    const [leaf] = chain;
    if (leaf === undefined) return null;
    const signed = chain.filter((examinee, step) => step === 0 || !examinee.shown.selfSigned);
    const worst =
      signed.find((examinee) => broken.test(hashText(examinee))) ??
      signed.find((examinee) => sha1.test(hashText(examinee)));
    const examinee = worst ?? leaf;
    const found = hashText(examinee);
    const params = { name: nameOf(examinee), algorithm: found };
    if (worst === undefined) return { variant: 'fine', found, params };
    if (broken.test(found)) return { variant: 'broken', found, params };
    return { variant: worst === leaf ? 'sha1' : 'issuer-sha1', found, params };
  },
});

/** The algorithm with its hash, which RSA-PSS keeps in its parameters. */
function hashText({ shown, read }: Examinee): string {
  const scheme = signatureSchemeOf(read.signatureAlgorithm);
  if (scheme?.kind !== 'pss') return shown.signatureAlgorithm;
  return `rsassaPss ${digestByOid(scheme.hash)?.opensslName ?? scheme.hash}`;
}
