import type { Certificate, CertificateList } from '../../preload/contract/certificates.ts';
import type { Clock } from '../clock.ts';
import type { NotificationWish, Notifications } from '../notifications/notifications.ts';
import { dueReminders, mergeTold } from './reminders.ts';
import type { Ending } from './reminders.ts';
import { reminderWords, severalWords } from './reminder-words.ts';
import type { ToldReminders } from './told-reminders.ts';

export type ExpiryWatchOptions = {
  /** Who is signed in, as one word that tells people of all portals apart, and the portal's time (epoch ms). */
  person: () => { owner: string; now: number } | null;
  /** The list as it is known, fetched anew where the portal can be reached. */
  fetchList: () => Promise<CertificateList>;
  notifications: Pick<Notifications, 'show'>;
  told: ToldReminders;
  clock: Clock;
};

export type ExpiryWatch = {
  /** There is a list: tells of what comes near in it. */
  look: (list: Pick<CertificateList, 'certificates'>) => void;
  /** The computer has woken up, and days may have gone by. */
  wake: () => void;
  close: () => void;
};

const dayMs = 86_400_000;
/** So many are told of one by one; more would bury the desktop. */
const mostAtOnce = 3;

/**
 * Reminds of certificates that end, and of private keys that the server deletes, on the desktop: whenever there is a
 * list, once a day while the app runs, and when the computer wakes up.
 */
export function createExpiryWatch(options: ExpiryWatchOptions): ExpiryWatch {
  const { person, fetchList, notifications, told, clock } = options;
  const closing = new AbortController();

  function look({ certificates }: { certificates: readonly Certificate[] }): void {
    const somebody = person();
    if (somebody === null) return;
    const { owner, now } = somebody;
    const before = told.get(owner);
    const { due, told: after } = dueReminders(certificates, now, before);
    if (due.length === 0) return;
    const isShown = wishesFor(due).map((wish) => notifications.show(wish));
    if (isShown.some(Boolean)) told.keep(owner, mergeTold(before, after, now));
  }

  function check(): void {
    if (person() === null) return;
    // Out of the portal's reach this is the list as it is known, and its dates are as good as ever.
    fetchList().then(look, () => undefined);
  }

  async function goOn(): Promise<void> {
    while (!closing.signal.aborted) {
      await clock.sleep(dayMs, closing.signal);
      check();
    }
  }
  goOn().catch(() => undefined);

  return { look, wake: check, close: () => closing.abort() };
}

function wishesFor(due: readonly Ending[]): NotificationWish[] {
  if (due.length > mostAtOnce) {
    return [{ ...severalWords(due.length), open: { page: 'certificates', certificateId: null } }];
  }
  return due.map((ending) => ({
    ...reminderWords(ending),
    open: { page: 'certificates', certificateId: ending.certificate.id },
  }));
}
