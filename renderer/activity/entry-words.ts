import type { ActivityAction, ActivityEntry } from '../../preload/contract/activity.ts';
import { commaList } from '../text/comma-list.ts';
import { describeError } from '../text/errors.ts';
import { clockTime, duration } from '../text/format.ts';
import { t } from '../text/text.ts';
import type { TextParams } from '../text/text.ts';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/State.tsx';
import { kinds } from './kinds.ts';

/** The sentence of an entry, for `<Rich>`: what was done, or what was to be done. */
export type Did = { of: `activity.did.${ActivityAction}`; params: TextParams };

/** What is said of how it ended. `detail` is the portal's own word or code, for IT. */
export type StateWords = { icon: IconName; tone: Tone; words: string; detail: string | null };

/** A device that is faster than this has simply obeyed, ms. */
const noticeable = 2000;

function nameOf({ action, subjects, count }: ActivityEntry): string {
  if (count > 1) return t('activity.several-devices', { count });
  return subjects[0] ?? t(`activity.unnamed.${kinds[action].area}`);
}

/** `Locked Ines’s iPhone` when it is done, `Lock Ines’s iPhone` while nobody can say so. */
export function didWords(entry: ActivityEntry): Did {
  const state = entry.state === 'done' ? 'done' : 'other';
  return { of: `activity.did.${entry.action}`, params: { state, name: nameOf(entry) } };
}

/** How it ended, or what it waits for. */
export function stateWords(entry: ActivityEntry): StateWords {
  switch (entry.state) {
    case 'waiting':
      return { icon: 'clock', tone: 'live', words: waitingWords(entry), detail: null };
    case 'done':
      return { icon: 'passed', tone: 'dim', words: doneWords(entry), detail: null };
    case 'failed':
      return failedWords(entry);
    case 'cancelled':
      return { icon: 'close', tone: 'dim', words: cancelledWords(entry), detail: null };
    case 'expired':
      return plain('clock', 'warning', t('activity.state.expired'), entry.portalCode);
    case 'unknown':
      return plain('info', 'warning', t('activity.state.unknown'), entry.error?.reference ?? null);
    default:
      return entry.state satisfies never;
  }
}

const plain = (icon: IconName, tone: Tone, words: string, detail: string | null): StateWords => ({
  icon,
  tone,
  words,
  detail,
});

function waitingWords({ action, count, done }: ActivityEntry): string {
  if (count > 1) return t('activity.state.waiting-devices', { count, done });
  return kinds[action].area === 'devices'
    ? t('activity.state.waiting-device')
    : t('activity.state.waiting');
}

function doneWords({ at, endedAt, count, done, repushed, note, action }: ActivityEntry): string {
  if (note !== null) return t(`activity.state.${note}`);
  if (repushed !== null && repushed > 0) return t('activity.state.repushed', { count: repushed });
  if (count > 1) return t('activity.state.done-several', { count, done });
  const took = (endedAt ?? at) - at;
  return kinds[action].area === 'devices' && took >= noticeable
    ? t('activity.state.done-after', { duration: duration(took) })
    : t('activity.state.done');
}

function cancelledWords({ at, endedAt }: ActivityEntry): string {
  return t('activity.state.cancelled', { time: clockTime(endedAt ?? at) });
}

function failedWords({ error, portalCode, count, done }: ActivityEntry): StateWords {
  const codes = commaList(
    [portalCode, error?.reason, error?.reference].flatMap((code) => code || []),
  );
  const detail = codes === '' ? null : t('reference', { reference: codes });
  const words =
    error !== null
      ? describeError(error).title
      : count > 1
        ? t('activity.state.some-failed', { count, done })
        : t('activity.state.refused');
  return plain('error', 'danger', words, detail);
}

/** All that can be read of an entry, as the search sees it. */
export function searchText(entry: ActivityEntry): string {
  const { of, params } = didWords(entry);
  const sentence = t(of, params).replaceAll(/<\/?b>/gu, '');
  const { words, detail } = stateWords(entry);
  return [sentence, ...entry.subjects, words, detail ?? ''].join('\n').toLocaleLowerCase();
}
