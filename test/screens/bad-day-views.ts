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

/** The sign-in page when it can't let somebody in; none of these ends signed in. */
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
      name: 'forgotten-password',
      show: async ({ page }) => {
        await type(page, 'Portal address', line.url);
        await type(page, 'User name', person.username);
        await page.getByRole('button', { name: 'Forgotten?' }).click();
        await page.getByRole('button', { name: 'Send PIN' }).waitFor();
      },
      leave: async ({ page }) => page.reload().then(() => undefined),
    },
    {
      name: 'password-expired',
      show: async (stage) => {
        await tryToSignIn(stage, line.url, sofie);
        await stage.page.getByRole('heading', { name: 'Your password has expired' }).waitFor();
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
