import type { Certificate } from '../../preload/contract/certificates.ts';
import { calendarDays } from '../text/dates.ts';
import { hasEnded, soonDays } from './certificate-state.ts';

/** The one thing that the page says first. */
export type Headline =
  /** It ends within 30 days and nothing takes its place; `more` others do too. */
  | { kind: 'ending'; certificate: Certificate; days: number; more: number }
  /** It has ended, and there is no other of its type. */
  | { kind: 'ended'; certificate: Certificate }
  /** The server is about to delete a private key. */
  | { kind: 'key-deleting'; certificate: Certificate; days: number }
  /** Nothing to do before `certificate` ends. */
  | { kind: 'calm'; certificate: Certificate }
  | null;

/**
 * Finds what is most urgent at `now` (epoch ms); null where there is nothing to say. One whose key was cleared is no
 * reason to hurry and follows no other one; the reminders of main/certificates/reminders.ts hold to the same.
 */
export function headline(certificates: readonly Certificate[], now: number): Headline {
  const kept = certificates.filter(({ hasPrivateKey }) => hasPrivateKey);
  const usable = usableAt(kept, now);
  const ending = endingSoon(usable, now);
  const first = ending[0];
  if (first !== undefined) {
    const days = calendarDays(now, first.expiresAt);
    return { kind: 'ending', certificate: first, days, more: ending.length - 1 };
  }

  const all = lastingOf(kept);
  const ended = kept
    .filter((certificate) => hasEnded(certificate, now))
    .filter((certificate) => !isSucceeded(certificate, all))
    .sort((a, b) => b.expiresAt - a.expiresAt)[0];
  if (ended !== undefined) return { kind: 'ended', certificate: ended };

  const deleting = usable
    .flatMap((certificate) =>
      certificate.keyDeletesAt === null ? [] : [{ certificate, at: certificate.keyDeletesAt }],
    )
    .sort((a, b) => a.at - b.at)[0];
  if (deleting !== undefined && calendarDays(now, deleting.at) <= soonDays) {
    const days = Math.max(0, calendarDays(now, deleting.at));
    return { kind: 'key-deleting', certificate: deleting.certificate, days };
  }

  const lasting = lastingOf(usable);
  const next = usable.find((certificate) => !isSucceeded(certificate, lasting));
  return next === undefined ? null : { kind: 'calm', certificate: next };
}

/** How many end within 30 days of `now` (epoch ms) and have no successor yet. */
export function countEnding(certificates: readonly Certificate[], now: number): number {
  return endingSoon(usableAt(certificates, now), now).length;
}

/** Those that still work, the first to end first. */
function usableAt(certificates: readonly Certificate[], now: number): Certificate[] {
  return certificates
    .filter((certificate) => certificate.hasPrivateKey && !hasEnded(certificate, now))
    .sort((a, b) => a.expiresAt - b.expiresAt);
}

function endingSoon(usable: readonly Certificate[], now: number): Certificate[] {
  const soon = usable.filter(({ expiresAt }) => calendarDays(now, expiresAt) <= soonDays);
  if (soon.length === 0) return [];
  const lasting = lastingOf(usable);
  return soon.filter((certificate) => !isSucceeded(certificate, lasting));
}

/** The latest end for each type and address; `any` stands for every one of a type, `none` for those without an address. */
type Lasting = ReadonlyMap<string, number>;

/** Made once for a list: thousands of certificates are not to be held against each other one by one. */
function lastingOf(certificates: readonly Certificate[]): Lasting {
  const lasting = new Map<string, number>();
  for (const { typeId, emails, expiresAt } of certificates) {
    const addresses = emails.length === 0 ? ['none'] : emails.map((email) => email.toLowerCase());
    for (const address of ['any', ...addresses]) {
      const key = `${typeId} ${address}`;
      lasting.set(key, Math.max(lasting.get(key) ?? 0, expiresAt));
    }
  }
  return lasting;
}

/** Whether another takes over when it ends: same type, for one of the same addresses, later end. */
function isSucceeded({ typeId, emails, expiresAt }: Certificate, lasting: Lasting): boolean {
  const addresses =
    emails.length === 0 ? ['any'] : ['none', ...emails.map((email) => email.toLowerCase())];
  return addresses.some((address) => (lasting.get(`${typeId} ${address}`) ?? 0) > expiresAt);
}
