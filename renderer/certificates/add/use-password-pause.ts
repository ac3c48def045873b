import { useCallback, useEffect, useRef } from 'react';

const pauseMs = 400;

/** When the password in a field is tried: after a short pause in typing, on Enter, and on leaving the field. */
export function usePasswordPause(tryIt: () => void): {
  edited: () => void;
  now: () => void;
} {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(tryIt);
  useEffect(() => {
    latest.current = tryIt;
  });

  const stop = useCallback((): boolean => {
    if (timer.current === null) return false;
    clearTimeout(timer.current);
    timer.current = null;
    return true;
  }, []);
  useEffect(() => () => void stop(), [stop]);

  const edited = useCallback(() => {
    stop();
    timer.current = setTimeout(() => {
      timer.current = null;
      latest.current();
    }, pauseMs);
  }, [stop]);
  // Leaving a field that was not edited tries nothing: its password was tried already.
  const now = useCallback(() => {
    if (stop()) latest.current();
  }, [stop]);
  return { edited, now };
}
