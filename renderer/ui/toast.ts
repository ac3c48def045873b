import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import type { IconName } from './icon-paths.ts';
import type { Tone } from './State.tsx';

export type ToastWords = { icon: IconName; tone: Tone; title: string; sentence?: string };

export const toasts = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 });

/** Shows a short notice in the corner for 8 seconds; it is read out too. Nothing that has to be answered. */
export function showToast(words: ToastWords): void {
  toasts.add(words, { timeout: 8000 });
}

/** Takes every notice away: what was told to one person is nothing for the next. */
export function forgetToasts(): void {
  toasts.clear();
}
