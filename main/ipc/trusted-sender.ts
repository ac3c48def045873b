import type { WebContents, WebFrameMain } from 'electron';
import { pageOrigin, pageUrl } from '../scheme.ts';

/**
 * Does this call come from our page, in the main frame of our window?
 *
 * @param frame the caller; null when it is gone already
 * @param own the web contents of the one window
 */
export function isTrustedSender(
  frame: WebFrameMain | null,
  sender: WebContents,
  own: WebContents | undefined,
): boolean {
  return (
    frame !== null &&
    own !== undefined &&
    sender === own &&
    frame.parent === null &&
    frame.origin === pageOrigin &&
    frame.url.split(/[?#]/u, 1)[0] === pageUrl
  );
}
