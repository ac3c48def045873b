import { nativeDate, systemWord } from '../system-words.ts';
import type { Ending } from './reminders.ts';

/** What a notification says. */
export type ReminderWords = { title: string; body: string };

/** One end that comes near: what ends and when, and what to do about it. */
export function reminderWords({ kind, certificate, at }: Ending): ReminderWords {
  const fill = (text: string): string =>
    text.replaceAll('{name}', () => certificate.name).replaceAll('{date}', () => nativeDate(at));
  if (kind === 'key-deleted') {
    return {
      title: fill(systemWord('system.reminder.key')),
      body: fill(systemWord('system.reminder.key.text')),
    };
  }
  const isForOldMail = certificate.purpose === 'encryption';
  return {
    title: fill(systemWord('system.reminder.expires')),
    body: fill(
      systemWord(isForOldMail ? 'system.reminder.expires.keep' : 'system.reminder.expires.text'),
    ),
  };
}

/** More ends than a person reads one by one. */
export function severalWords(count: number): ReminderWords {
  return {
    title: systemWord('system.reminder.several').replaceAll('{count}', String(count)),
    body: systemWord('system.reminder.several.text'),
  };
}
