import { useEffect, useState } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';

const second = 1000;

type Waiting = { error: AppError; until: number; left: number };

function begin(error: AppError | null): Waiting | null {
  const { retryAfterMs = 0 } = error ?? {};
  if (error === null || retryAfterMs <= 0) return null;
  return { error, until: performance.now() + retryAfterMs, left: retryAfterMs };
}

/**
 * Counts down the time that a portal has asked for, by a clock that nobody sets.
 *
 * @param error what was answered last
 * @param onOver called once, when the time is over
 * @returns ms that are left; 0 where there is nothing to wait for
 */
export function useWait(error: AppError | null, onOver: () => void): number {
  const [waiting, setWaiting] = useState(() => begin(error));
  // Another answer, another wait: from its first picture on.
  const current = waiting?.error === error || (waiting === null && !error?.retryAfterMs);
  const now = current ? waiting : begin(error);
  if (!current) setWaiting(now);
  const isWaiting = now !== null && now.left > 0;
  const until = now?.until ?? 0;

  useEffect(() => {
    if (!isWaiting) return undefined;
    const beat = setInterval(() => {
      const left = Math.max(0, until - performance.now());
      setWaiting((before) => before && { ...before, left });
      if (left > 0) return;
      clearInterval(beat);
      announce(t('session.wait.over'));
      onOver();
    }, second);
    return () => clearInterval(beat);
  }, [isWaiting, until, onOver]);

  return now?.left ?? 0;
}
