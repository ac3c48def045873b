import { randomBytes } from 'node:crypto';
import { sha1 } from '@noble/hashes/legacy.js';
import { hexOf, sameBytes } from './asn1/values.ts';
import { Pkcs12Error } from './errors.ts';
import { formatOf } from './format.ts';
import { openFile } from './open-file.ts';
import { openContainer } from './read.ts';
import { writeContainer } from './write.ts';
import { buildChain } from './x509/chain.ts';
import { describeCertificate } from './x509/describe.ts';
import { matchKeys } from './x509/keys.ts';
import type { InspectedCertificate, InspectedKey } from '../../preload/contract/inspection.ts';
import type { Strength } from './strengths.ts';
import type { CertificateBag, KeyBag, OpenedContainer } from './types.ts';

export type StrengthenRequest = {
  /** Of the file as it is; null when it has none. */
  readonly password: string | null;
  /** Of the copy; not empty. */
  readonly newPassword: string;
  /** One of `strengths.ts`. */
  readonly strength: Strength;
  /** Place of the one key that is wanted, as `inspectFile` counts them; null keeps all. */
  readonly keyIndex: number | null;
  /** Puts the person's certificate first and its issuers after it, and leaves out what belongs to no key. */
  readonly orderChain: boolean;
  readonly acceleration: boolean;
  readonly signal?: AbortSignal;
};

/**
 * Writes a copy of a file in a strong (or deliberately old) container under another password, and opens the copy to
 * see that everything is in it before it hands it out. Bags that are neither key nor certificate stay behind.
 * Throws `Pkcs12Error` as opening does.
 */
export async function strengthenFile(
  bytes: Uint8Array,
  request: StrengthenRequest,
): Promise<Uint8Array> {
  const { password, newPassword, strength, acceleration, signal } = request;
  if (newPassword === '') throw new Pkcs12Error('password-required');
  const container = await openFile(bytes, formatOf(bytes), { password, acceleration, signal });
  try {
    const wanted = selectionOf(container, request);
    const random = (length: number): Uint8Array => randomBytes(length);
    const copy = await writeContainer({
      ...wanted,
      password: newPassword,
      strength,
      random,
      acceleration,
    });
    await checkCopy(copy, wanted, request);
    return copy;
  } finally {
    for (const key of container.keys) key.pkcs8.fill(0);
  }
}

type Selection = Pick<OpenedContainer, 'certificates' | 'keys'>;

function selectionOf(container: OpenedContainer, request: StrengthenRequest): Selection {
  const { certificates: bags, keys: allKeys } = container;
  const matched = matchKeys(allKeys, bags);
  const described = bags.map((bag, index) => describeCertificate(bag, index));
  const { certificates } = buildChain(described, bags, matched);
  const places = allKeys
    .map((_, place) => place)
    .filter((place) => request.keyIndex === null || place === request.keyIndex);
  if (request.keyIndex !== null && places.length === 0) throw new Pkcs12Error('malformed', 'key');
  const chosen = request.orderChain
    ? orderedPlaces(certificates, matched, places)
    : bags.map((_, place) => place);
  const fitting = new Map<number, string>();
  const keys = places.flatMap((place) => {
    const key = allKeys[place];
    if (key === undefined) return [];
    const [own] = fitsOf(matched[place]);
    const der = own === undefined ? undefined : bags[own]?.der;
    if (own === undefined || der === undefined) return [withId(key, key.localKeyId)];
    // Java and NSS pair by this attribute: it is made to say what the keys themselves say.
    const id = hexOf(sha1(der));
    for (const fit of fitsOf(matched[place])) fitting.set(fit, id);
    return [withId(key, id)];
  });
  const kept = chosen.flatMap((place) => {
    const bag = bags[place];
    return bag === undefined ? [] : [withId(bag, fitting.get(place) ?? null)];
  });
  return { certificates: kept, keys };
}

function withId<T extends CertificateBag | KeyBag>(bag: T, localKeyId: string | null): T {
  return { ...bag, localKeyId };
}

function fitsOf(key: InspectedKey | undefined): readonly number[] {
  return key?.fits ?? [];
}

/** Each key's certificates, the longest valid first, then their issuers upwards; each once. */
function orderedPlaces(
  certificates: readonly InspectedCertificate[],
  keys: readonly InspectedKey[],
  places: readonly number[],
): number[] {
  const leaves = places
    .flatMap((place) => fitsOf(keys[place]))
    .sort((left, right) => validUntil(certificates[right]) - validUntil(certificates[left]));
  const ordered = new Set(leaves);
  for (const leaf of leaves) {
    for (let place = certificates[leaf]?.issuedBy ?? null; place !== null;) {
      if (ordered.has(place)) break;
      ordered.add(place);
      place = certificates[place]?.issuedBy ?? null;
    }
  }
  return ordered.size > 0 ? [...ordered] : certificates.map(({ index }) => index);
}

function validUntil(certificate: InspectedCertificate | undefined): number {
  return certificate?.notAfter ?? 0;
}

/** A copy that does not give everything back is a bug of ours; the person must not be handed it. */
async function checkCopy(
  copy: Uint8Array,
  wanted: Selection,
  { newPassword, acceleration, signal }: StrengthenRequest,
): Promise<void> {
  const read = await openContainer(copy, { password: newPassword, acceleration, signal });
  const whole =
    read.certificates.length === wanted.certificates.length &&
    read.keys.length === wanted.keys.length &&
    wanted.certificates.every(({ der }, place) =>
      sameBytes(der, read.certificates[place]?.der ?? new Uint8Array(0)),
    ) &&
    wanted.keys.every(({ pkcs8 }, place) =>
      sameBytes(pkcs8, read.keys[place]?.pkcs8 ?? new Uint8Array(0)),
    );
  for (const key of read.keys) key.pkcs8.fill(0);
  if (!whole) throw new Error('The strengthened copy does not hold what it should.');
}
