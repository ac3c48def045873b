/** The longest that a portal can make a person wait, in ms. */
export const longestWait = 300_000;
const defaultWait = 30_000;

/**
 * Reads a Retry-After header (RFC 9110 10.2.3): seconds or an HTTP date.
 *
 * @param header undefined or nonsense: 30 seconds
 * @param now epoch ms
 * @returns ms to wait, from 0 to 5 minutes whatever the portal asks for
 */
export function readRetryAfter(header: string | undefined, now: number): number {
  const text = header?.trim() ?? '';
  if (text === '') return defaultWait;
  const wait = /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isNaN(wait)) return defaultWait;
  return Math.round(Math.min(Math.max(wait, 0), longestWait));
}
