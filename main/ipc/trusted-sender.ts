import { pageOrigin, pageUrl } from '../window/scheme.ts';

/** What is asked of the frame that calls: a part of Electron's WebFrameMain. */
export type SenderFrame = { origin: string; url: string; parent: object | null };

/**
 * Does this call come from our page, in the main frame of our window?
 *
 * @param frame the caller; null when it is gone already
 * @param sender the caller's web contents
 * @param own the web contents of the one window, undefined while there is none
 */
export function isTrustedSender(
  frame: SenderFrame | null,
  sender: object,
  own: object | undefined,
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
