const windowMs = 60_000;
const crashesUntilAsk = 3;

/**
 * Decides what follows a crash of the page: come back quietly, or ask, when it is the third in a minute.
 *
 * @param now clock in ms
 * @returns called once for each crash
 */
export function createCrashGuard(now: () => number): () => 'reload' | 'ask' {
  let crashes: number[] = [];
  return () => {
    const time = now();
    crashes = [...crashes.filter((at) => time - at < windowMs), time];
    if (crashes.length < crashesUntilAsk) return 'reload';
    crashes = [];
    return 'ask';
  };
}
