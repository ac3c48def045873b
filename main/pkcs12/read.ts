import { readElement } from './asn1/read.ts';
import { bagsOf, checkPrivateKeyInfo } from './bags.ts';
import { Pkcs12Error } from './errors.ts';
import { defaultLimits } from './limits.ts';
import { overwrite, passwordForms } from './passwords.ts';
import { pfxOf } from './pfx.ts';
import { createUnlocker } from './unlock.ts';
import type { BagAttributes } from './attributes.ts';
import type { Bag } from './bags.ts';
import type { Limits } from './limits.ts';
import type { Pfx } from './pfx.ts';
import type { Part, Unlocker } from './unlock.ts';
import type { CertificateBag, KeyBag, LayerFacts, OpenedContainer } from './types.ts';

export type OpenOptions = {
  /** Null when none was given: the empty and the null password are tried. */
  readonly password: string | null;
  /** False: nothing of node:crypto is used. The answer is the same. */
  readonly acceleration: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Limits;
};

/**
 * Opens a PKCS#12 file (RFC 7292) whole: checks its limits, verifies the MAC, decrypts everything. The keys in
 * the answer are plain; whoever opened overwrites them. Throws `Pkcs12Error` with the exact kind.
 */
export async function openContainer(
  bytes: Uint8Array,
  options: OpenOptions,
): Promise<OpenedContainer> {
  const limits = options.limits ?? defaultLimits;
  if (bytes.length === 0) throw new Pkcs12Error('empty');
  if (bytes.length > limits.maxBytes) throw new Pkcs12Error('too-large', String(limits.maxBytes));
  const pfx = pfxOf(bytes, limits);
  const forms = passwordForms(options.password ?? '');
  const unlocker = createUnlocker({ ...options, limits, forms });
  try {
    return await unlocked(pfx, unlocker, options, limits);
  } finally {
    unlocker.end();
    overwrite(forms);
  }
}

async function unlocked(
  pfx: Pfx,
  unlocker: Unlocker,
  options: OpenOptions,
  limits: Limits,
): Promise<OpenedContainer> {
  const collected = createCollection();
  unlocker.begin(encryptedPartsOf(pfx), pfx.mac);
  if (pfx.mac !== null) await unlocker.verify(pfx.mac, pfx.authenticated);
  for (const safe of pfx.safes) {
    if (safe.kind === 'plain') {
      await collect(collected, safe.bags, unlocker);
      if (safe.bags.some((bag) => bag.kind === 'certificate')) {
        collected.layers.push({ part: 'certificates', ...inClear });
      }
    } else if (safe.kind === 'encrypted') {
      const { value: bags, facts } = await unlocker.decrypt(safe.contents, (plain) =>
        bagsOf(readElement(plain), limits),
      );
      collected.layers.push({ part: partOf(bags), ...facts });
      await collect(collected, bags, unlocker);
    } else {
      collected.otherBags.push(safe.name);
    }
  }
  const { certificates, keys, otherBags, layers } = collected;
  const neededPassword = pfx.mac !== null || layers.some((layer) => layer.kdf !== null);
  const given = (options.password ?? '') === '' ? 'empty' : 'given';
  return {
    certificates,
    keys,
    otherBags,
    mac: pfx.mac?.facts ?? null,
    layers,
    passwordUsed: neededPassword ? given : 'none',
  };
}

const inClear = {
  algorithm: 'none',
  kdf: null,
  iterations: null,
  opensslName: null,
  oidName: null,
} as const;

type Collection = {
  certificates: CertificateBag[];
  keys: KeyBag[];
  otherBags: string[];
  layers: LayerFacts[];
};

function createCollection(): Collection {
  return { certificates: [], keys: [], otherBags: [], layers: [] };
}

async function collect(
  collected: Collection,
  bags: readonly Bag[],
  unlocker: Unlocker,
): Promise<void> {
  unlocker.prime(bags.flatMap((bag) => (bag.kind === 'shrouded-key' ? [bag.key] : [])));
  for (const bag of bags) {
    if (bag.kind === 'certificate') {
      const { friendlyName, localKeyId } = bag.attributes;
      collected.certificates.push({ der: bag.der, friendlyName, localKeyId });
    } else if (bag.kind === 'key') {
      // A copy, for it will be overwritten; `slice` of a Buffer would be none.
      collected.keys.push(keyBag(new Uint8Array(bag.pkcs8), bag.attributes));
      collected.layers.push({ part: 'key', ...inClear });
    } else if (bag.kind === 'shrouded-key') {
      const { value, facts } = await unlocker.decrypt(bag.key, privateKeyOf);
      collected.keys.push(keyBag(value, bag.attributes));
      collected.layers.push({ part: 'key', ...facts });
    } else {
      collected.otherBags.push(bag.name);
    }
  }
}

function keyBag(pkcs8: Uint8Array, attributes: BagAttributes): KeyBag {
  // On Windows a key's name is that of its key container, and some writers count its terminating zero in.
  const friendlyName = attributes.friendlyName?.replace(/\0+$/u, '') ?? null;
  return { pkcs8, ...attributes, friendlyName };
}

/** The PrivateKeyInfo in decrypted bytes, without what may follow it. */
function privateKeyOf(plain: Uint8Array): Uint8Array {
  const element = readElement(plain);
  checkPrivateKeyInfo(element);
  return element.raw;
}

function partOf(bags: readonly Bag[]): LayerFacts['part'] {
  if (bags.some((bag) => bag.kind === 'certificate')) return 'certificates';
  return bags.some((bag) => bag.kind === 'key' || bag.kind === 'shrouded-key') ? 'key' : 'other';
}

function encryptedPartsOf(pfx: Pfx): Part[] {
  return pfx.safes.flatMap((safe) => {
    if (safe.kind === 'encrypted') return [safe.contents];
    if (safe.kind === 'other') return [];
    return safe.bags.flatMap((bag) => (bag.kind === 'shrouded-key' ? [bag.key] : []));
  });
}
