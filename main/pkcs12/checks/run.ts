import { address } from './address.ts';
import { chain, chainOrder, extraCertificates, rootIncluded } from './chain.ts';
import { alreadyUploaded, friendlyName, keyProvider, otherBags } from './contents.ts';
import { examine } from './examined.ts';
import { extendedKeyUsage } from './extended-key-usage.ts';
import { criticalExtensions, revocation } from './extensions.ts';
import { fileFormat } from './file-format.ts';
import { integrity, macAlgorithm, pbmac1Parameters } from './integrity.ts';
import { issuerIsCa, leafIsCa, selfSigned } from './issuers.ts';
import { keyMatch } from './key-match.ts';
import { keyType, rsaSize } from './key-type.ts';
import { lifetime } from './lifetime.ts';
import { encryptionUse, signingUse, usageFitsKey } from './mail-use.ts';
import { passwordCharacters, passwordStrength } from './password.ts';
import { certificate, privateKey, renewedPair } from './private-key.ts';
import { containerCipher, cost, iterations } from './protection.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';
import { chainValidity, validity } from './validity.ts';
import type { Check } from '../../../preload/contract/inspection.ts';
import type { CheckContext, CheckFacts } from '../types.ts';
import type { Rule } from './rule.ts';

/**
 * Every rule, in the order in which a person reads them.
 *
 * The words of a finding are in `assets/text/en/checks.json`, found by id and variant, with the finding's
 * `params` as values (dates are epoch ms, the messages format them):
 * `checks.<id>.<variant>.found`: the fact as a title. Every variant has it.
 * `checks.<id>.<variant>.why`: what it means for this person. Every variant but the passed ones has it.
 * `checks.<id>.<variant>.todo`: the one thing to do. Every error and every warning has it.
 */
export const rules: readonly Rule[] = [
  fileFormat,
  privateKey,
  certificate,
  keyMatch,
  renewedPair,
  signingUse,
  encryptionUse,
  extendedKeyUsage,
  address,
  validity,
  chain,
  chainValidity,
  chainOrder,
  extraCertificates,
  rootIncluded,
  issuerIsCa,
  selfSigned,
  leafIsCa,
  rsaSize,
  keyType,
  signatureAlgorithm,
  usageFitsKey,
  criticalExtensions,
  lifetime,
  integrity,
  macAlgorithm,
  pbmac1Parameters,
  containerCipher,
  iterations,
  cost,
  passwordStrength,
  passwordCharacters,
  otherBags,
  friendlyName,
  keyProvider,
  revocation,
  alreadyUploaded,
];

/** Runs every rule that applies. A finding of level `error` blocks an upload. */
export function runChecks(facts: CheckFacts, context: CheckContext): Check[] {
  const examined = examine(facts);
  return rules.flatMap((rule) => rule.check(examined, context));
}
