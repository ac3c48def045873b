import { create } from 'zustand';
import type { ActivityEntry } from '../../preload/contract/activity.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { call, on } from '../portal.ts';
import { describeError } from '../text/errors.ts';
import { sentences } from '../text/sentences.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toast.ts';

/** The log as main told it, oldest first. */
export type Activity =
  | { status: 'loading' }
  | { status: 'ready'; entries: readonly ActivityEntry[] }
  | { status: 'failed'; error: AppError };

export const useActivity = create<{ activity: Activity }>(() => ({
  activity: { status: 'loading' },
}));

/** Gets the whole log; one that is there stays meanwhile. */
export async function loadActivity(): Promise<void> {
  const { activity: before } = useActivity.getState();
  if (before.status === 'failed') useActivity.setState({ activity: { status: 'loading' } });
  const answer = await call('activity.list', undefined);
  if (answer.ok) show(answer.value.entries);
  else if (before.status !== 'ready')
    useActivity.setState({ activity: { status: 'failed', error: answer.error } });
}

/** Follows what the person does and how it ends; the function that comes back stops it. */
export function followActivity(): () => void {
  return on('activity.changed', (entry) => {
    const { activity } = useActivity.getState();
    if (activity.status !== 'ready') return;
    const isKnown = activity.entries.some(({ id }) => id === entry.id);
    show(
      isKnown
        ? activity.entries.map((one) => (one.id === entry.id ? entry : one))
        : [...activity.entries, entry],
    );
  });
}

/** Forgets the log, because nobody is signed in; main keeps it. */
export function forgetActivity(): void {
  useActivity.setState({ activity: { status: 'loading' } });
}

/** Writes all of it where the person says, and says how that went; nothing when they chose no place. */
export async function exportActivity(): Promise<void> {
  const answer = await call('activity.export', undefined);
  if (answer.ok) {
    const sentence = t('activity.exported.words', { file: answer.value.saved });
    showToast({ icon: 'passed', tone: 'ok', title: t('activity.exported'), sentence });
    return;
  }
  if (answer.error.code === 'cancelled') return;
  const { title, sentence, todo } = describeError(answer.error);
  showToast({ icon: 'error', tone: 'danger', title, sentence: sentences(sentence, todo) });
}

/** Has main forget all of it. Answers with what went wrong, if anything did. */
export async function clearActivity(): Promise<AppError | null> {
  const answer = await call('activity.clear', undefined);
  if (!answer.ok) return answer.error;
  show([]);
  announce(t('activity.cleared'));
  return null;
}

function show(entries: readonly ActivityEntry[]): void {
  useActivity.setState({ activity: { status: 'ready', entries } });
}
