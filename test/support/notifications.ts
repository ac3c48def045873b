import type { ElectronApplication } from '@playwright/test';

declare global {
  /** The notifications that the app has shown since the test began to look, oldest first. */
  var shownNotifications: Electron.Notification[];
}

/** Keeps each notification that the app shows from now on, in the place of the desktop. */
export async function watchNotifications(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ Notification }) => {
    globalThis.shownNotifications = [];
    Notification.prototype.show = function show(): void {
      globalThis.shownNotifications.push(this);
    };
  });
}

/** The titles of what was shown, without the marks that keep a name's direction to itself. */
export function titlesOf(electron: ElectronApplication): Promise<string[]> {
  return electron.evaluate(() =>
    globalThis.shownNotifications.map(({ title }) => title.replaceAll(/[\u2068\u2069]/gu, '')),
  );
}

/** Clicks on the newest, as a person would. */
export async function clickNotification(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(() => {
    globalThis.shownNotifications.at(-1)?.emit('click');
  });
}

/** The person looks at another window. */
export async function lookElsewhere(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.blur());
}

/** Whether the app's window is in front. */
export function isInFront(electron: ElectronApplication): Promise<boolean> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null);
}
