import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startSwitchboard } from '../portal/switchboard.ts';
import { createThrowawayCa } from '../portal/throwaway-ca.ts';
import { askedViews } from '../screens/asked-views.ts';
import { noWayIn } from '../screens/bad-day-views.ts';
import { orderViews } from '../screens/order-views.ts';
import { signedIn, signedOut } from '../screens/views.ts';
import type { Stage, View } from '../screens/views.ts';
import type { RunningApp } from '../support/app.ts';
import { makeP12 } from '../support/p12.ts';
import { cutTexts, pageTexts } from '../support/page-text.ts';
import { startPortal } from '../support/portal.ts';
import { launchPseudoApp } from '../support/pseudo-app.ts';

/* The pseudo-locale takes the place of German: what reads as plain English or does not fit would be wrong in every language. */

/** What may stand there in plain letters, each with its reason; the portal's answers come on top. */
const data: readonly (readonly [RegExp, string])[] = [
  [
    /declercq-mail-2027\.p12|cut-off-in-the-mail\.p12|the-same-again\.p12|letter\.pdf|submarine/gu,
    'the test’s own file, and what it types',
  ],
  [
    /^This is a PDF document, not a PKCS#12 file$|^The same file is in the list already\.$/gu,
    'why a file was left out, as it was said then',
  ],
  [/\blocalhost\b/gu, 'the test’s own server'],
  [/\b[\w.]+@haldenvoss\.example/gu, 'the user name that the test has typed'],
  [/\bHalden & Voss\b/gu, 'the portal’s name, before anybody has signed in to it'],
  [/(?<=ÎŢ: )[\w-]+/gu, 'a code, for IT'],
  [/^Latchkey$/gu, 'the source of a check is Latchkey itself'],
  [/^Force Check-in on .*: done\.$/gu, 'a notice keeps the language in which it was given'],
  [/\b(?:English|Deutsch|Français|Español)\b/gu, 'each language has its own name'],
  [/\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\b|\bMittwoch\b/gu, 'Intl: days'],
  [/\b(?:Januar|Februar|Juni|Juli|August|September|Oktober|November|Dezember)\b/gu, 'Intl: months'],
  [/\b(?:Jan|Feb|März|Apr|Mai|Aug|Sept|Okt|Nov|Dez)\b\.?/gu, 'Intl: months'],
  [
    /\b(?:vor|in|Sekunden?|Minuten?|Min|Stunden?|Tage?n?|[Gg]estern|Monate?n?)\b/gu,
    'Intl: spans of time',
  ],
  [/\b(?:Byte|kB|MB|GB|km|UTC|MEZ|GMT)\b/gu, 'Intl: units and zones'],
  [/\b(?:Schließen|Verwerfen|Ausblenden)\b/gu, 'React Aria’s own words, in the page’s language'],
  [/\bRFC \d+(?: [\d.]+)*/gu, 'a standard'],
  [/\b(?:RSA|AES|PBES2|PBKDF2|HMAC|SHA|CBC)(?:-\w+)*\b/gu, 'an algorithm'],
  [/\b[0-9A-F]{2}(?:[0-9A-F]{2})?\b/gu, 'a fingerprint in groups'],
  [/\b[0-9A-Z]{4}(?: [0-9A-Z]{1,4})+\b/gu, 'a serial number in groups of four'],
  [/(?:https:\/\/)?mydevices\.mobileiron\.com\S*/gu, 'the address of most portals'],
  [/\b\d-[a-z-]+/gu, 'the code of a self-check, for IT'],
  [/\bGhent, Belgien/gu, 'a place on the shipped map'],
  [/^Latchkey diagnostics[^]*/gu, 'the report for IT is in English, like the command line'],
];

/** Names and texts of the portal's own may end in an ellipsis. */
const mayEnd = '[class*="_what_"], [class*="_name_"]';

let folder = '';
let app: RunningApp;
let stage: Stage;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-pseudo-'));
  const email = 'ines.declercq@haldenvoss.example';
  const p12 = await makeP12({ folder, password: 'harbour-Light-9', email });
  app = await launchPseudoApp(folder);
  stage = { page: app.page, electron: app.electron, p12 };
});
test.afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function speak(language: 'en' | 'de'): Promise<void> {
  await app.page.evaluate(
    (chosen) => window.portal.call('app.setPreferences', { language: chosen }),
    language,
  );
  await expect(app.page.locator('html')).toHaveAttribute('lang', language);
}

const usual = { width: 1120, height: 760, zoom: 1 };
const least = { width: 880, height: 600, zoom: 1 };
const enlarged = { ...least, zoom: 2 };

async function resize(size: typeof usual): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoom);
  }, size);
  await app.page.waitForTimeout(200);
}

/** Every text in what the portal has told, the longest first. */
async function portalTexts(): Promise<string[]> {
  const answers = await app.page.evaluate(async () => [
    await window.portal.call('app.snapshot', undefined),
    await window.portal.call('devices.list', { refresh: false }),
    await window.portal.call('certificates.list', { refresh: false }),
    await window.portal.call('account.get', undefined),
    await window.portal.call('registration.get', undefined),
  ]);
  const texts = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && value.length > 3) texts.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(answers);
  return [...texts].sort((a, b) => b.length - a.length);
}

/** Whether something in plain letters is left once what is known to be data has been taken out. */
function isLeak(text: string, told: readonly string[]): boolean {
  const plain = /[A-Za-z]{2}/u;
  const known = (from: string): string =>
    data.reduce((left, [pattern]) => left.replaceAll(pattern, ' '), from);
  const portal = (from: string): string =>
    told.reduce((left, part) => left.replaceAll(part, ' '), from);
  return plain.test(known(portal(text))) && plain.test(portal(known(text)));
}

/** The names of others' works, and of their licences, are the same everywhere. */
const isWork = (where: string): boolean => /_(?:work|licence)_/u.test(where);

async function examine(views: readonly View[]): Promise<void> {
  for (const view of views) {
    await resize(usual);
    await view.show(stage);
    const told = await portalTexts();
    await speak('de');
    const leaks = (await pageTexts(app.page)).filter(
      ({ text, where }) => !isWork(where) && isLeak(text, told),
    );
    const lines = leaks.map(({ where, text }) => `${where}: ${text}`);
    expect.soft([...new Set(lines)], `${view.name}: not from the catalogue`).toEqual([]);
    for (const size of [least, enlarged]) {
      await resize(size);
      const cut = await cutTexts(app.page, mayEnd);
      expect.soft(cut, `${view.name}: does not fit at ${size.zoom * 100} %`).toEqual([]);
    }
    await resize(usual);
    await speak('en');
    await view.leave?.(stage);
  }
}

test.describe('in the pseudo-locale every text comes from the catalogue, and none is cut', () => {
  test.describe.configure({ mode: 'serial', timeout: 400_000 });

  test('before signing in, and before a device obeys', async () => {
    await examine(signedOut);
    await app.page.getByRole('button', { name: 'Try the demo portal' }).click();
    await expect(app.page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
    await examine(orderViews);
  });

  test('on every page', { tag: '@long' }, async () => {
    await examine(signedIn);
  });

  test('on every way in, and when something is asked', { tag: '@long' }, async () => {
    await app.page.evaluate(() => window.portal.call('session.signOut', undefined));
    let ahead = 0;
    const portal = await startPortal({ now: () => Date.now() + ahead });
    const line = await startSwitchboard({ portal: portal.url });
    const ca = createThrowawayCa();
    const pass = (ms: number): void => {
      ahead += ms;
      line.clear();
      line.fault({ kind: 'clock', skewMs: ahead }, { times: 10_000 });
    };
    await examine(noWayIn({ portal, line, ca }));
    await app.page.evaluate(() => window.portal.call('session.signOut', undefined));
    await examine(askedViews({ url: line.url, portal, pass }));
    ca.remove();
    await line.close();
    await portal.close();
  });
});
