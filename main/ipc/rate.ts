/**
 * A token bucket: how many calls a page may make. A person never comes near it, a page gone wild does.
 *
 * @param perSecond tokens that come back each second
 * @param burst tokens at the start, and the most there can be
 * @param now clock in ms
 * @returns a function that takes a token; false when there is none
 */
export function createRateLimit(
  perSecond: number,
  burst: number,
  now: () => number,
): () => boolean {
  let tokens = burst;
  let last = now();
  return () => {
    const time = now();
    tokens = Math.min(burst, tokens + ((time - last) / 1000) * perSecond);
    last = time;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
