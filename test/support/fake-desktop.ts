import type { NativeNotifications } from '../../main/notifications/notifications.ts';

type Shown = { title: string; body: string; isClosed: boolean; click: () => void };

/** A desktop whose notifications the test reads and clicks. */
export type FakeDesktop = NativeNotifications & { shown: Shown[] };

/** Nothing is shown at first. */
export function createFakeDesktop(isSupported = true): FakeDesktop {
  const shown: Shown[] = [];
  return {
    shown,
    isSupported: () => isSupported,
    show: (words, { clicked, closed }) => {
      const one = { ...words, isClosed: false, click: clicked };
      shown.push(one);
      return () => {
        one.isClosed = true;
        closed();
      };
    },
  };
}
