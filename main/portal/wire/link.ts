import { isLoopback } from '../address.ts';
import { anything, cleanText } from './text.ts';

/**
 * A link that a person may be shown, may scan, or may be sent to: `https:`, or plain HTTP on loopback, without a user name in it.
 * Anything else is as good as none.
 */
export const link = anything.transform((value): string | null => {
  if (typeof value !== 'string' || value.length > 2048) return null;
  const url = URL.parse(cleanText(value, 2048));
  if (url === null || url.username !== '' || url.password !== '' || url.href.length > 2048)
    return null;
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return isSafe ? url.href : null;
});
