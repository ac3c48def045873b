import type { ElectronApplication } from '@playwright/test';

/** What the computer says, in this order, after its clocks have gone on by `ahead` ms. */
export type PowerChange = { says: readonly ('suspend' | 'resume')[]; ahead?: number };

/**
 * Puts the computer to sleep or wakes it up, for the app. It hears of it in a turn of the event loop of its own: the
 * inspector runs what a test evaluates in the middle of whatever function is running. An app that gives up a request in
 * the middle of Node's `onStreamRead` makes Node 24.21 take the number of bytes for that of an error, and throw a
 * RangeError that nobody can catch.
 */
export async function changePower(
  electron: ElectronApplication,
  { says, ahead = 0 }: PowerChange,
): Promise<void> {
  await electron.evaluate(
    async ({ powerMonitor }, change) => {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      const now = Date.now.bind(Date);
      const elapsed = performance.now.bind(performance);
      Date.now = () => now() + change.ahead;
      performance.now = () => elapsed() + change.ahead;
      for (const each of change.says) powerMonitor.emit(each);
    },
    { says, ahead },
  );
}
