import type { Route } from '../../preload/contract/route.ts';
import { cleanText } from '../portal/wire/text.ts';

/** What the system can do. See main/notifications/native.ts. */
export type NativeNotifications = {
  isSupported: () => boolean;
  /** Shows it and tells what becomes of it. The function that comes back takes it away. */
  show: (
    words: { title: string; body: string },
    heard: { clicked: () => void; closed: () => void },
  ) => () => void;
};

/** What a person is told while they look elsewhere, and where a click on it leads. */
export type NotificationWish = { title: string; body: string; open: Route };

/** The one door to the notifications of the desktop. */
export type Notifications = {
  /**
   * Shows it now; whether it is wanted is for the caller to know. No more than a name in it: it stands on a screen
   * that others may see.
   *
   * @returns false where this system shows none
   */
  show: (wish: NotificationWish) => boolean;
  /** Somebody else is signed in, or nobody: what still stands on the screen goes away. */
  forget: () => void;
};

export type NotificationsOptions = {
  native: NativeNotifications;
  /** Brings the window to the front and leads the page there. */
  open: (route: Route) => void;
};

/** What systems show at most, in UTF-16 units; more is cut in places that nobody has chosen. */
const longestTitle = 120;
const longestBody = 400;
/** No person has more of them before their eyes. */
const mostShown = 32;

/** Lines stay lines; everything else that can't be seen goes. */
const cleanBody = (body: string): string =>
  body
    .split('\n')
    .map((line) => cleanText(line, longestBody))
    .join('\n')
    .slice(0, longestBody);

/** Nothing is shown at first. */
export function createNotifications({ native, open }: NotificationsOptions): Notifications {
  // Electron forgets a notification, and its click with it, that nobody holds on to.
  const shown = new Set<{ close: () => void }>();

  function show({ title, body, open: route }: NotificationWish): boolean {
    if (!native.isSupported()) return false;
    const entry = { close: (): void => undefined };
    const words = { title: cleanText(title, longestTitle), body: cleanBody(body) };
    entry.close = native.show(words, {
      clicked: () => {
        if (shown.delete(entry)) open(route);
      },
      closed: () => shown.delete(entry),
    });
    shown.add(entry);
    const [oldest] = shown;
    if (shown.size > mostShown && oldest !== undefined) shown.delete(oldest);
    return true;
  }

  return {
    show,
    forget: () => {
      const all = [...shown];
      shown.clear();
      for (const { close } of all) close();
    },
  };
}
