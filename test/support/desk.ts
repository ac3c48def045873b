import type { ElectronApplication, Page } from '@playwright/test';
import { startSwitchboard } from '../portal/switchboard.ts';
import type { Switchboard } from '../portal/switchboard.ts';
import { secretsOf, startPortal } from './portal.ts';
import type { TestPortal } from './portal.ts';
import { expect, test as base } from './shared-app.ts';
import { signOut } from './steps.ts';

/** Ines at work: signed in to a portal that nobody else has used, in the app that the tests of a worker share. */
export type Desk = {
  page: Page;
  electron: ElectronApplication;
  portal: TestPortal;
  /** Stands between app and portal: counts what is sent, and breaks when asked. */
  line: Switchboard;
  /** Goes on by so many ms at the portal, as if that time had passed; for tests that break nothing else. */
  pass: (ms: number) => void;
  /** Goes on by so many ms, or back, for the app's main process alone: its person has waited. */
  later: (ms: number) => Promise<void>;
  /** Signs in as somebody else of the portal, by the beginning of the user name. */
  become: (who: string) => Promise<void>;
};

async function enter(page: Page, url: string, who: TestPortal['people'][number]): Promise<void> {
  const answer = await page.evaluate((input) => window.portal.call('session.signIn', input), {
    address: url,
    keepSignedIn: false,
    ...who,
  });
  expect(answer).toMatchObject({ ok: true });
  await expect(page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
}

/** How far main's clock is ahead of this computer's in this worker's app, ms. */
let mainAhead = 0;
/** More than the pause that main demands between two orders that destroy, ms: the test before may have given one. */
const longAgo = 6_000;

async function setMainClock(electron: ElectronApplication, ahead: number): Promise<void> {
  mainAhead = ahead;
  await electron.evaluate((_, ms) => {
    Date.now = () => Math.round(performance.timeOrigin + performance.now() + ms);
  }, ahead);
}

/** Stories of somebody who is signed in. Signing in costs a tenth of starting an app for each of them. */
export const test = base.extend<{ desk: Desk }>({
  desk: async ({ app: { page, electron, complaints }, secrets }, use) => {
    let ahead = 0;
    const portal = await startPortal({ now: () => Date.now() + ahead });
    const line = await startSwitchboard({ portal: portal.url });
    const { username, password } = portal;
    await setMainClock(electron, mainAhead + longAgo);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await enter(page, line.url, { username, password });
    await use({
      page,
      electron,
      portal,
      line,
      pass: (ms) => {
        ahead += ms;
        line.fault({ kind: 'clock', skewMs: ahead }, { times: 10_000 });
      },
      later: (ms) => setMainClock(electron, mainAhead + ms),
      become: async (name) => {
        const who = portal.people.find((one) => one.username.startsWith(name));
        if (who === undefined) throw new Error(`the portal has no ${name}`);
        await signOut(page);
        await enter(page, line.url, who);
      },
    });
    await signOut(page);
    expect(complaints.splice(0), 'console errors of the page').toEqual([]);
    secrets.push(...secretsOf(portal));
    await line.close();
    await portal.close();
  },
});
export { expect };
