import { tooManyRequests } from '../portal/faults.ts';
import { startSwitchboard } from '../portal/switchboard.ts';
import type { Switchboard } from '../portal/switchboard.ts';
import type { ThrowawayCa } from '../portal/throwaway-ca.ts';
import type { TestPortal } from '../support/portal.ts';
import { type } from '../support/steps.ts';
import type { Stage, View } from './views.ts';

/** What it takes to see the app when something is missing or wrong. */
export type BadDay = {
  portal: TestPortal;
  /** The way to the portal, which can be broken. */
  line: Switchboard;
  ca: ThrowawayCa;
};

const broken = { kind: 'answer', status: 500, body: {} } as const;

async function tryToSignIn({ page }: Stage, url: string, who: TestPortal['people'][number]) {
  await type(page, 'Portal address', url);
  await type(page, 'User name', who.username);
  await type(page, 'Password', who.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const newPassword = 'Harbor-tram-4712';

/** What one view has left on the sign-in page is not the next one's. */
const reload = async ({ page }: Stage): Promise<void> => {
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
};

/** The sign-in page on its way, or when it can't let somebody in; none of these ends signed in. */
export function noWayIn({ portal, line, ca }: BadDay): readonly View[] {
  const person = { username: portal.username, password: portal.password };
  const sofie = portal.people.find(({ username }) => username.startsWith('sofie')) ?? person;
  const alert = async ({ page }: Stage): Promise<void> => {
    await page.getByRole('alert').first().waitFor();
  };
  return [
    {
      name: 'failed-sign-in-password',
      show: async (stage) => {
        await tryToSignIn(stage, line.url, { ...person, password: 'not-my-password' });
        await alert(stage);
      },
    },
    {
      name: 'failed-sign-in-portal-away',
      show: async (stage) => {
        await line.down();
        await tryToSignIn(stage, line.url, person);
        await alert(stage);
      },
      leave: async () => line.up(),
    },
    {
      name: 'failed-sign-in-untrusted',
      show: async (stage) => {
        const tls = ca.selfSigned('localhost');
        const untrusted = await startSwitchboard({ portal: portal.url, tls, host: 'localhost' });
        await tryToSignIn(stage, untrusted.url, person);
        await alert(stage);
        await untrusted.close();
      },
    },
    {
      name: 'failed-sign-in-rate-limited',
      show: async (stage) => {
        // At an address of its own: the app gives this one the pause that it asks for.
        const busy = await startSwitchboard({ portal: portal.url });
        busy.fault(tooManyRequests('120'), { call: 'login' });
        await tryToSignIn(stage, busy.url, person);
        await alert(stage);
        await busy.close();
      },
      leave: reload,
    },
    {
      name: 'failed-sign-in-locked',
      show: async (stage) => {
        const username = 'jonas.verbeke@haldenvoss.example';
        const locked = stage.page.getByText('Your account is locked for now');
        // So many wrong tries lock it.
        for (let tries = 0; tries < 5; tries += 1) {
          await tryToSignIn(stage, line.url, { username, password: `wrong-${tries}` });
          await alert(stage);
          await stage.page.waitForTimeout(400);
        }
        await locked.waitFor();
      },
      leave: reload,
    },
    {
      name: 'sign-in-slow',
      show: async (stage) => {
        line.fault({ kind: 'silence' }, { call: 'login' });
        await tryToSignIn(stage, line.url, person);
        await stage.page.getByText('The portal is slow to answer').first().waitFor();
      },
      leave: async (stage) => {
        await stage.page.getByRole('button', { name: 'Cancel' }).click();
        await reload(stage);
      },
    },
    {
      name: 'sign-in-browser',
      show: async ({ page, electron }) => {
        // The browser opens, and nobody has signed in there yet.
        await electron.evaluate(({ shell }) => {
          shell.openExternal = () => Promise.resolve();
        });
        await type(page, 'Portal address', line.url);
        await type(page, 'User name', 'noor.haddad@haldenvoss.example');
        await page.keyboard.press('Tab');
        await page.getByRole('button', { name: 'Go on in the browser' }).click();
        await page.getByText('Waiting for your browser').waitFor();
      },
      leave: async (stage) => {
        await stage.page.getByRole('button', { name: 'Cancel' }).click();
        await reload(stage);
      },
    },
    {
      name: 'forgotten-password',
      show: async ({ page }) => {
        await type(page, 'Portal address', line.url);
        await type(page, 'User name', person.username);
        await page.getByRole('button', { name: 'Forgotten?' }).click();
        await page.getByRole('button', { name: 'Send PIN' }).waitFor();
      },
    },
    {
      name: 'forgotten-password-pin',
      show: async ({ page }) => {
        await page.getByRole('button', { name: 'Send PIN' }).click();
        await page.getByLabel('PIN from the mail').waitFor();
      },
      leave: reload,
    },
    {
      name: 'password-expired',
      show: async (stage) => {
        await tryToSignIn(stage, line.url, sofie);
        await stage.page.getByRole('heading', { name: 'Your password has expired' }).waitFor();
      },
    },
    {
      name: 'terms',
      show: async ({ page }) => {
        await type(page, 'New password', newPassword);
        await type(page, 'New password again', newPassword);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Terms of service' }).waitFor();
      },
    },
  ];
}

/** Somebody who has nothing yet. Signs in first. */
export function nothingYet({ portal, line }: BadDay): readonly View[] {
  return [
    {
      name: 'empty-devices',
      show: async (stage) => {
        await tryToSignIn(stage, line.url, portal);
        await stage.page.getByRole('heading', { name: 'My Devices' }).waitFor();
      },
    },
    {
      name: 'empty-certificates',
      show: async ({ page }) => {
        await page.getByRole('link', { name: 'My Certificates' }).click();
        await page.getByRole('heading', { level: 1, name: 'My Certificates' }).waitFor();
      },
    },
  ];
}

/** Lists that do not come. Signs in first. */
export function listsFail({ portal, line }: BadDay): readonly View[] {
  return [
    {
      name: 'failed-devices',
      show: async (stage) => {
        line.fault(broken, { call: 'devices', times: 99 });
        line.fault(broken, { call: 'certificates', times: 99 });
        await tryToSignIn(stage, line.url, portal);
        await stage.page.getByRole('button', { name: 'Try again' }).first().waitFor();
      },
    },
    {
      name: 'failed-certificates',
      show: async ({ page }) => {
        await page.getByRole('link', { name: 'My Certificates' }).click();
        await page.getByRole('button', { name: 'Try again' }).first().waitFor();
      },
    },
  ];
}

/** A portal that goes away while somebody looks at their devices. Signs in first. */
export function portalGone({ portal, line }: BadDay): readonly View[] {
  return [
    {
      name: 'offline-devices',
      show: async (stage) => {
        const { page } = stage;
        await tryToSignIn(stage, line.url, portal);
        await page.getByRole('option', { name: 'Pixel 10' }).click();
        await line.down();
        await page
          .getByRole('status')
          .getByText('Portal not reachable')
          .waitFor({ timeout: 40_000 });
      },
    },
    {
      name: 'offline-certificates',
      show: async ({ page }) => {
        await page.getByRole('link', { name: 'My Certificates' }).click();
      },
      leave: async () => line.up(),
    },
  ];
}

/** A keychain that is locked at the start, with somebody's session in it. */
export const keychainLocked: readonly View[] = [
  {
    name: 'keychain-locked',
    show: async ({ page }) => {
      await page.getByRole('heading', { name: 'Your keychain is locked' }).waitFor();
    },
  },
];
