import type { Certificate } from '../../preload/contract/certificates.ts';

/** Days before an end at which a person is reminded of it, the first to come first. */
export const reminderDays = [30, 14, 7, 1] as const;

const dayMs = 86_400_000;

/** An end that comes near: of a certificate, or of its private key at the server. `at` in epoch ms. */
export type Ending = { kind: 'expires' | 'key-deleted'; certificate: Certificate; at: number };

/** That a person was told of one end, and how near it was then, in days. */
export type ToldReminder = {
  kind: Ending['kind'];
  certificateId: string;
  at: number;
  days: number;
};

/**
 * Which ends a person is to be told of at `now` (epoch ms), the nearest first. Each is told once for each of
 * `reminderDays`; when several of these have passed since the last look, only the nearest counts. A certificate that
 * another one follows is not told of, nor is what has ended already, nor one whose key was cleared: who clears a key is
 * done with it, and My Certificates does not count it either (renderer/certificates/headline.ts).
 *
 * @param told what was told before
 * @returns the ends to tell of, and what is told once they have been
 */
export function dueReminders(
  certificates: readonly Certificate[],
  now: number,
  told: readonly ToldReminder[],
): { due: Ending[]; told: ToldReminder[] } {
  const before = new Map(told.map((one) => [keyOf(one.kind, one.certificateId, one.at), one.days]));
  const due: Ending[] = [];
  const after: ToldReminder[] = [];
  for (const ending of endings(certificates, now)) {
    const { kind, certificate, at } = ending;
    const days = reminderDays.findLast((each) => at - now <= each * dayMs);
    if (days === undefined) continue;
    const last = before.get(keyOf(kind, certificate.id, at));
    if (last !== undefined && last <= days) continue;
    due.push(ending);
    after.push({ kind, certificateId: certificate.id, at, days });
  }
  return { due: due.sort((a, b) => a.at - b.at), told: after };
}

/** What was told of before and what is told of now, without what has ended. */
export function mergeTold(
  before: readonly ToldReminder[],
  now: readonly ToldReminder[],
  at: number,
): ToldReminder[] {
  const merged = new Map<string, ToldReminder>();
  for (const one of [...before, ...now])
    if (one.at > at) merged.set(keyOf(one.kind, one.certificateId, one.at), one);
  return [...merged.values()];
}

const keyOf = (kind: string, id: string, at: number): string => `${kind} ${id} ${String(at)}`;

function endings(certificates: readonly Certificate[], now: number): Ending[] {
  const kept = certificates.filter(({ hasPrivateKey }) => hasPrivateKey);
  const lasting = latestByType(kept);
  return kept.flatMap((certificate) => {
    const { expiresAt, keyDeletesAt } = certificate;
    const found: Ending[] = [];
    if (expiresAt > now && !isFollowed(certificate, lasting))
      found.push({ kind: 'expires', certificate, at: expiresAt });
    if (keyDeletesAt !== null && keyDeletesAt > now && keyDeletesAt < expiresAt)
      found.push({ kind: 'key-deleted', certificate, at: keyDeletesAt });
    return found;
  });
}

/** For each type and address the latest end; `*` stands for certificates that name no address. */
type Lasting = ReadonlyMap<string, number>;

const addressesOf = ({ emails }: Certificate): string[] =>
  emails.length === 0 ? ['*'] : emails.map((email) => email.toLowerCase());

function latestByType(certificates: readonly Certificate[]): Lasting {
  const latest = new Map<string, number>();
  for (const certificate of certificates) {
    for (const address of [...addressesOf(certificate), 'any']) {
      const key = `${certificate.typeId} ${address}`;
      latest.set(key, Math.max(latest.get(key) ?? 0, certificate.expiresAt));
    }
  }
  return latest;
}

/** Whether another of its type, for one of the same addresses, lasts longer. */
function isFollowed(certificate: Certificate, lasting: Lasting): boolean {
  const { typeId, expiresAt, emails } = certificate;
  const addresses = emails.length === 0 ? ['any'] : [...addressesOf(certificate), '*'];
  return addresses.some((address) => (lasting.get(`${typeId} ${address}`) ?? 0) > expiresAt);
}
