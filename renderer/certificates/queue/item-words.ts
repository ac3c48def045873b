import { commaList } from '../../text/comma-list.ts';
import { describeError } from '../../text/errors.ts';
import { t } from '../../text/text.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import type { Tone } from '../../ui/State.tsx';
import type { ItemStatus, QueueSum } from './item-status.ts';

/** How far one file is, as an icon and a few words for its line in the list. */
export function itemWords(status: ItemStatus): { icon: IconName; tone: Tone; words: string } {
  switch (status.kind) {
    case 'uploaded':
      return { icon: 'passed', tone: 'ok', words: t('queue.item.uploaded') };
    case 'not-uploaded':
      return { icon: 'error', tone: 'danger', words: describeError(status.problem).title };
    case 'on-its-way':
      return status.upload.state === 'waiting'
        ? { icon: 'clock', tone: 'dim', words: t('queue.item.waiting') }
        : {
            icon: 'upload',
            tone: 'live',
            words: t(status.upload.state === 'sending' ? 'queue.item.sending' : 'add.checking'),
          };
    case 'here':
      return hereWords(status.status);
    default:
      return status satisfies never;
  }
}

function hereWords(status: Extract<ItemStatus, { kind: 'here' }>['status']): {
  icon: IconName;
  tone: Tone;
  words: string;
} {
  switch (status.kind) {
    case 'no-file':
    case 'busy':
      return { icon: 'clock', tone: 'dim', words: t('add.status.busy') };
    case 'password':
      return { icon: 'key', tone: 'plain', words: t('queue.item.password') };
    case 'failed':
      return { icon: 'error', tone: 'danger', words: t('queue.item.failed') };
    case 'unfit':
      return { icon: 'error', tone: 'danger', words: t('queue.item.unfit') };
    case 'errors':
      return { icon: 'error', tone: 'danger', words: t('queue.item.errors', status) };
    case 'no-type':
      return { icon: 'certificate', tone: 'plain', words: t('queue.item.type') };
    case 'warnings':
      return { icon: 'warning', tone: 'warning', words: t('queue.item.warnings', status) };
    case 'ready':
      return { icon: 'check', tone: 'plain', words: t('queue.item.ready') };
    default:
      return status satisfies never;
  }
}

/** The whole queue in one sentence: `4 uploaded, 1 needs its password`. */
export function sumWords(sum: QueueSum): string {
  const parts = [
    ['queue.sum.uploaded', sum.uploaded],
    ['queue.sum.onTheirWay', sum.onTheirWay],
    ['queue.sum.notUploaded', sum.notUploaded],
    ['queue.sum.ready', sum.ready],
    ['queue.sum.needPassword', sum.needPassword],
    ['queue.sum.needYou', sum.needYou],
    ['queue.sum.blocked', sum.blocked],
    ['queue.sum.busy', sum.busy],
  ] as const;
  const words = parts.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }));
  return words.length === 0 ? t('queue.sum.none') : t('queue.sum', { parts: commaList(words) });
}
