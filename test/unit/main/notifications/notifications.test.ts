import { describe, expect, it } from 'vitest';
import { createNotifications } from '../../../../main/notifications/notifications.ts';
import type { Route } from '../../../../preload/contract/route.ts';
import { createFakeDesktop } from '../../../support/fake-desktop.ts';

const phone: Route = { page: 'devices', deviceId: 'd1' };
const wish = { title: 'Pixel is locked', body: 'Your order is done.', open: phone };

function setUp(isSupported = true) {
  const desktop = createFakeDesktop(isSupported);
  const opened: Route[] = [];
  const notifications = createNotifications({
    native: desktop,
    open: (route) => opened.push(route),
  });
  return { desktop, opened, notifications };
}

describe('a notification of the desktop', () => {
  it('leads to its place when it is clicked, once', () => {
    const { desktop, opened, notifications } = setUp();
    expect(notifications.show(wish)).toBe(true);
    desktop.shown[0]?.click();
    desktop.shown[0]?.click();
    expect(opened).toEqual([phone]);
  });

  it('is not shown where the system has none, and says so', () => {
    const { desktop, notifications } = setUp(false);
    expect(notifications.show(wish)).toBe(false);
    expect(desktop.shown).toEqual([]);
  });

  it('goes away with the session, and leads nowhere then', () => {
    const { desktop, opened, notifications } = setUp();
    notifications.show(wish);
    notifications.forget();
    expect(desktop.shown[0]?.isClosed).toBe(true);
    desktop.shown[0]?.click();
    expect(opened).toEqual([]);
  });

  it('holds nothing that turns the words around or breaks the title', () => {
    const { desktop, notifications } = setUp();
    notifications.show({ ...wish, title: 'Pixel\u202E\nis locked', body: 'one\ntwo\u202E\u0007' });
    expect(desktop.shown[0]).toMatchObject({ title: 'Pixel is locked', body: 'one\ntwo' });
  });
});
