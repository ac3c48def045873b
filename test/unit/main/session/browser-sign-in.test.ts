import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../../support/failures.ts';
import { patience } from '../../../support/patience.ts';
import { prepareSessions, sessionOf, statusOf, withValue } from './session-fixture.ts';

const { line, open, credentials } = prepareSessions();
const username = 'noor.haddad@haldenvoss.example';
const noor = () => ({ address: line().url, username, keepSignedIn: true });

/** A browser that goes wherever it is sent, and says what it was shown at the end. */
async function browse(url: string): Promise<string> {
  const response = await fetch(url);
  return `${response.status} ${await response.text()}`;
}

describe('signing in on the organisation’s own page', () => {
  it('is offered to whom the portal sends there, with the host of the page', async () => {
    const app = open();
    const { url } = line();
    expect(await app.call('session.probe', { address: url, username })).toMatchObject({
      signIn: 'saml',
      browserHost: new URL(url).host,
    });
    expect(await app.call('session.probe', { address: url })).toMatchObject({
      signIn: 'password',
      browserHost: null,
    });
  });

  it('leads through the browser and back, with a code that is of use to nobody else', async () => {
    const opened: string[] = [];
    let shown = '';
    const app = open({
      openBrowser: async (url) => {
        opened.push(url);
        shown = await browse(url);
      },
    });
    expect(await app.call('session.signInBrowser', noor())).toMatchObject({
      status: 'signed-in',
      secretStore: 'keychain',
      account: { username },
    });
    expect(shown).toMatch(/^200 .*go back to Latchkey/su);
    const asked = new URL(opened[0] ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/return$/u);
    expect(asked.has('code_verifier')).toBe(false);
    expect(line().count('login')).toBe(0);
    expect(line().count('loginSaml')).toBe(1);
    // The port is open only meanwhile.
    await expect(fetch(asked.get('redirect_uri') ?? '')).rejects.toThrow('fetch failed');
  });

  it('takes no code that somebody else brings', async () => {
    let answer = '';
    const app = open({
      openBrowser: async (url) => {
        const back = new URL(new URL(url).searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('code', 'planted');
        back.searchParams.set('state', 'guessed');
        answer = await browse(back.href);
        await browse(url);
      },
    });
    expect(await app.call('session.signInBrowser', noor())).toMatchObject({ status: 'signed-in' });
    expect(answer).toMatch(/^404/u);
  });

  it('that the page refuses is said to be refused', async () => {
    const app = open({
      openBrowser: async (url) => {
        const asked = new URL(url).searchParams;
        const back = new URL(asked.get('redirect_uri') ?? '');
        back.searchParams.set('state', asked.get('state') ?? '');
        back.searchParams.set('error', 'access_denied');
        await browse(back.href);
      },
    });
    expect(await rejectionOf(app.call('session.signInBrowser', noor()))).toEqual({
      code: 'refused',
      reason: 'BrowserRefused',
    });
    expect(await statusOf(app)).toBe('signed-out');
  });

  it('can be given up, and then a password can be used at once', async () => {
    let isOpened = false;
    const app = open({
      openBrowser: () => {
        isOpened = true;
        return Promise.resolve();
      },
    });
    const waiting = rejectionOf(app.call('session.signInBrowser', noor()));
    await expect.poll(() => isOpened, patience).toBe(true);
    await app.call('session.cancelSignIn', undefined);
    expect(await waiting).toEqual({ code: 'cancelled' });

    isOpened = false;
    const again = rejectionOf(app.call('session.signInBrowser', noor()));
    await expect.poll(() => isOpened, patience).toBe(true);
    expect(await app.call('session.tryDemo', undefined)).toMatchObject({ status: 'signed-in' });
    expect(await again).toEqual({ code: 'cancelled' });
  });

  it('opens nothing for whom the portal asks for a password', async () => {
    const opened: string[] = [];
    const app = open({
      openBrowser: (url) => {
        opened.push(url);
        return Promise.resolve();
      },
    });
    const ines = { ...noor(), username: 'ines.declercq@haldenvoss.example' };
    expect(await rejectionOf(app.call('session.signInBrowser', ines))).toMatchObject({
      code: 'not-supported',
    });
    expect(opened).toEqual([]);
  });

  it.each([
    'file:///etc/passwd',
    'http://elsewhere.example/',
    'javascript:alert(1)',
    'https://u:p@idp.example/',
  ])('opens nothing at %s', async (samlUrl) => {
    const opened: string[] = [];
    const app = open({
      openBrowser: (url) => {
        opened.push(url);
        return Promise.resolve();
      },
    });
    line().fault(
      {
        kind: 'json',
        change: (answer) => withValue(answer, 'samlUrl', samlUrl),
      },
      { call: 'loginOptions', times: 9 },
    );
    await rejectionOf(app.call('session.signInBrowser', noor()));
    expect(opened).toEqual([]);
    expect(await sessionOf(app)).toMatchObject({ status: 'signed-out' });
  });
});

describe('the proof of whoever has no password here', () => {
  const minutes = 60_000;

  it('is another sign-in on that page; its session takes the place of the old one', async () => {
    const app = open({
      openBrowser: async (url) => {
        await browse(url);
      },
    });
    await app.call('session.signInBrowser', noor());
    const [before] = [...app.keytar.entries.values()];
    const { provedUntil } = await app.call('session.reauthBrowser', undefined);
    expect(provedUntil).toBeGreaterThan(Date.now() + 4 * minutes);
    expect(line().count('loginSaml')).toBe(2);
    expect(line().count('logout')).toBe(1);
    const [after] = [...app.keytar.entries.values()];
    expect(after).not.toBe(before);
    expect(await sessionOf(app)).toMatchObject({ status: 'signed-in', secretStore: 'keychain' });
    expect((await app.call('devices.list', { refresh: true })).stale).toBe(false);
  });

  it('that is given up leaves the session as it was', async () => {
    let isSecond = false;
    const app = open({
      openBrowser: async (url) => {
        if (!isSecond) await browse(url);
      },
    });
    await app.call('session.signInBrowser', noor());
    isSecond = true;
    const waiting = rejectionOf(app.call('session.reauthBrowser', undefined));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await app.call('session.cancelSignIn', undefined);
    expect(await waiting).toEqual({ code: 'cancelled' });
    expect(await statusOf(app)).toBe('signed-in');
    expect((await app.call('devices.list', { refresh: true })).stale).toBe(false);
    expect(line().count('logout')).toBe(0);
  });

  it('is nothing for whom the portal has a password of', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    expect(await rejectionOf(app.call('session.reauthBrowser', undefined))).toEqual({
      code: 'not-supported',
      reason: 'password',
    });
    expect(await statusOf(app)).toBe('signed-in');
  });
});
