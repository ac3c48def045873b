import { runChecks } from '../../../../../main/pkcs12/checks/run.ts';
import { buildChain } from '../../../../../main/pkcs12/x509/chain.ts';
import { describeCertificate } from '../../../../../main/pkcs12/x509/describe.ts';
import { matchKeys } from '../../../../../main/pkcs12/x509/keys.ts';
import {
  basicConstraints,
  ecPair,
  emailNames,
  extendedKeyUsage,
  inDays,
  keyUsage,
  makeCertificate,
  now,
} from './certificate-maker.ts';
import type { Check, FileFormat } from '../../../../../preload/contract/inspection.ts';
import type {
  CertificateBag,
  CheckContext,
  CheckFacts,
  KeyBag,
  LayerFacts,
  MacFacts,
  OpenedContainer,
} from '../../../../../main/pkcs12/types.ts';
import type { CertificateWish, Made } from './certificate-maker.ts';

/** A file as it was opened, of which a test only says what matters to it. */
export type FileWish = {
  readonly certificates?: readonly (Made | CertificateBag)[];
  /** Those whose keys are in the file; the first certificate's key unless said otherwise. */
  readonly keys?: readonly (Made | KeyBag)[];
  readonly mac?: Partial<MacFacts> | null;
  readonly layers?: readonly Partial<LayerFacts>[];
  readonly otherBags?: readonly string[];
  readonly passwordUsed?: OpenedContainer['passwordUsed'];
  readonly password?: string | null;
  readonly format?: FileFormat;
};

const soundMac: MacFacts = {
  algorithm: 'HMAC-SHA-256',
  kdf: 'PKCS12KDF-SHA-256',
  iterations: 600_000,
  opensslName: 'sha256',
};
const soundLayer: LayerFacts = {
  part: 'key',
  algorithm: 'PBES2 AES-256-CBC',
  kdf: 'PBKDF2-HMAC-SHA-256',
  iterations: 600_000,
  opensslName: 'PBES2, PBKDF2, AES-256-CBC',
  oidName: 'PBES2 2.16.840.1.101.3.4.1.42',
};

function certificateBag(made: Made | CertificateBag): CertificateBag {
  return 'pair' in made ? { der: made.der, friendlyName: null, localKeyId: null } : made;
}

function keyBag(made: Made | KeyBag): KeyBag {
  if (!('pair' in made)) return made;
  return { pkcs8: made.pair.pkcs8, friendlyName: null, localKeyId: null, cspName: null };
}

/** The facts of such a file, described as the inspection describes it. */
export function factsOf(wish: FileWish): CheckFacts {
  const certificates = wish.certificates ?? [mailCertificate()];
  const [first] = certificates;
  const keys = wish.keys ?? (first !== undefined && 'pair' in first ? [first] : []);
  const container: OpenedContainer = {
    certificates: certificates.map(certificateBag),
    keys: keys.map(keyBag),
    otherBags: wish.otherBags ?? [],
    mac: wish.mac === null ? null : { ...soundMac, ...wish.mac },
    layers: (wish.layers ?? [{}]).map((layer) => ({ ...soundLayer, ...layer })),
    passwordUsed: wish.passwordUsed ?? 'given',
  };
  const described = container.certificates.map((bag, index) => describeCertificate(bag, index));
  const shownKeys = matchKeys(container.keys, container.certificates);
  const linked = buildChain(described, container.certificates, shownKeys, { now });
  return {
    inspection: {
      format: wish.format ?? 'pkcs12',
      size: 4096,
      certificates: linked.certificates,
      keys: shownKeys,
      chain: linked.chain,
      protection: { mac: container.mac, layers: [...container.layers], password: 'given' },
      otherBags: [...container.otherBags],
    },
    container,
    password: wish.password === undefined ? 'correct horse battery' : wish.password,
  };
}

/** The finding of one rule about such a file: `level variant`; undefined where the rule does not apply. */
export function verdict(
  id: string,
  wish: FileWish = {},
  context: Partial<CheckContext> = {},
): string | undefined {
  const check = findingOf(id, wish, context);
  return check === undefined ? undefined : `${check.level} ${check.variant}`;
}

/** The same with all that the rule says. */
export function findingOf(
  id: string,
  wish: FileWish = {},
  context: Partial<CheckContext> = {},
): Check | undefined {
  const whole: CheckContext = {
    purpose: 'signing',
    email: 'ada@example.org',
    now,
    knownFingerprints: [],
    ...context,
  };
  return runChecks(factsOf(wish), whole).find((check) => check.id === id);
}

/** A certificate for mail in which every rule finds what it wants, but for what `wish` changes. */
export function mailCertificate(wish: CertificateWish = {}): Made {
  return makeCertificate({
    issuer: authority(),
    extensions: [
      basicConstraints(false),
      keyUsage(0, 1),
      extendedKeyUsage(4),
      emailNames('ada@example.org'),
    ],
    ...wish,
  });
}

let known: Made | undefined;

/** A root that vouches for {@link mailCertificate}. */
export function authority(): Made {
  known ??= makeCertificate({
    pair: ecPair(),
    subject: 'Root',
    from: inDays(-400),
    to: inDays(4000),
    extensions: [basicConstraints(true), keyUsage(5, 6)],
  });
  return known;
}
