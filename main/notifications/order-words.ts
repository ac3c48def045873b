import type { Upload } from '../../preload/contract/certificates.ts';
import type { Command, CommandState } from '../../preload/contract/devices.ts';
import { systemWord } from '../system-words.ts';
import type { NotificationWish } from './notifications.ts';

/** How a command has ended, as far as a person is told: what they cancelled they know. */
type End = 'done' | 'failed' | 'expired';

/** The end that a state means; null while there is none to tell. */
export function endOf(state: CommandState): End | null {
  return state === 'done' || state === 'failed' || state === 'expired' ? state : null;
}

/** First Strong Isolate and Pop Directional Isolate: a name in other letters does not turn the sentence around. */
const fill = (text: string, name: string): string =>
  text.replace('{name}', () => `\u2068${name}\u2069`);

const withWords = ['lock', 'unlock', 'wipe', 'retire', 'force-check-in'] as const;

/** What a person reads of a command that has ended; a click leads to its device. */
export function orderWish(
  { type, deviceId }: Command,
  end: End,
  name = systemWord('system.notify.a-device'),
): NotificationWish {
  const kind = withWords.find((one) => one === type) ?? 'other';
  const title = systemWord(`system.notify.${kind}.${end === 'done' ? 'done' : 'not-done'}`);
  return {
    title: fill(title, name),
    body: systemWord(`system.notify.body.${end}`),
    open: { page: 'devices', deviceId },
  };
}

/** What a person reads of an upload that has ended; a click leads to the certificate. */
export function uploadWish(
  { state, certificateId }: Upload,
  name = systemWord('system.notify.a-certificate'),
): NotificationWish {
  const end = state === 'done' ? 'done' : 'not-done';
  return {
    title: fill(systemWord(`system.notify.upload.${end}`), name),
    body: systemWord(`system.notify.upload.${end}.body`),
    open: { page: 'certificates', certificateId },
  };
}

/** More than this many are counted and not named. */
const namedAtMost = 3;

/** Several in one; a click leads to the log, where all of them stand. */
export function groupWish(wishes: readonly NotificationWish[]): NotificationWish {
  const count = (key: 'system.notify.group' | 'system.notify.group.more', value: number): string =>
    systemWord(key).replace('{count}', String(value));
  const named = wishes.slice(0, namedAtMost).map(({ title }) => title);
  const rest = wishes.length - named.length;
  return {
    title: count('system.notify.group', wishes.length),
    body: [...named, ...(rest > 0 ? [count('system.notify.group.more', rest)] : [])].join('\n'),
    open: { page: 'activity' },
  };
}
