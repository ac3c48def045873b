import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { session, signedIn } from '../../../../main/demo-portal/schema/session.ts';
import { day, devices, minute, openPortal, second } from './portal-fixture.ts';
import type { PortalFixture } from './portal-fixture.ts';

let portal: PortalFixture;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

const wrong = (): Promise<{ codes: string[] }> =>
  portal.ask('/login', { form: { username: portal.username, password: 'wrong' } });

describe('signing in', () => {
  it('says how to sign in, in the same shape for a name that is not known', async () => {
    const known = await portal.ask(`/login/options?username=${portal.username}`);
    const unknown = await portal.ask('/login/options?username=nobody');
    expect(unknown.result).toEqual(known.result);
    expect(known.result).toMatchObject({
      authType: 'PASSWORD',
      samlUrl: null,
      pinRequired: false,
      branding: { tenantName: 'Halden & Voss' },
    });
  });

  it('takes the user name in any case and hands out a new token of 256 bits every time', async () => {
    const username = portal.username.toUpperCase();
    const form = { username, password: portal.password };
    const tokens = [await portal.ask('/login', { form }), await portal.ask('/login', { form })].map(
      ({ result }) => signedIn.parse(result).sessionToken,
    );
    expect(tokens.map((token) => Buffer.from(token, 'base64url').length)).toEqual([32, 32]);
    expect(tokens[0]).not.toBe(tokens[1]);
  });

  it('locks a name for five minutes after five wrong passwords, the right one included', async () => {
    for (let failed = 1; failed < 5; failed += 1) {
      expect((await wrong()).codes).toEqual(['BadCredentials']);
    }
    expect((await wrong()).codes).toEqual(['AccountLocked']);
    const form = { username: portal.username, password: portal.password };
    portal.pass(100 * second);
    const early = await portal.ask('/login', { form });
    expect([early.codes, early.headers.get('Retry-After')]).toEqual([['AccountLocked'], '200']);
    portal.pass(200 * second);
    expect((await portal.ask('/login', { form })).status).toBe(200);
  });

  it('locks names that do not exist just the same, so that nothing is learnt from it', async () => {
    const form = { username: 'nobody@haldenvoss.example', password: 'x' };
    const codes: string[] = [];
    for (let failed = 0; failed < 5; failed += 1) {
      codes.push(...(await portal.ask('/login', { form })).codes);
    }
    expect(codes).toEqual([...Array<string>(4).fill('BadCredentials'), 'AccountLocked']);
  });

  it('forgets the failures after a success', async () => {
    for (let failed = 0; failed < 4; failed += 1) await wrong();
    await portal.signIn('ines');
    expect((await wrong()).codes).toEqual(['BadCredentials']);
  });
});

describe('a session', () => {
  it('ends after fifteen idle minutes, and looking at it does not keep it alive', async () => {
    const token = await portal.signIn('ines');
    portal.pass(14 * minute);
    expect((await portal.ask('/session', { token })).status).toBe(200);
    portal.pass(minute);
    expect((await portal.ask('/session', { token })).codes).toEqual(['SessionExpired']);
  });

  it('goes on as long as something is asked, for a day at most', async () => {
    const token = await portal.signIn('ines');
    for (let passed = 10 * minute; passed < day; passed += 10 * minute) {
      portal.pass(10 * minute);
      expect((await portal.ask('/account', { token })).status).toBe(200);
    }
    portal.pass(10 * minute);
    expect((await portal.ask('/account', { token })).codes).toEqual(['SessionExpired']);
  });

  it('tells when it ends and until when the password counts as proven, and never its token', async () => {
    const token = await portal.signIn('ines');
    const { result } = await portal.ask('/session', { token });
    const told = session.parse(result);
    expect(told.idleExpiresAt).toBe(portal.now() + 15 * minute);
    expect(told.reauthUntil).toBe(portal.now() + 5 * minute);
    expect(told.expiresAt).toBe(portal.now() + day);
    expect(JSON.stringify(result)).not.toContain(token);
  });

  it('is over after signing out, and only that one', async () => {
    const [token, other] = [await portal.signIn('ines'), await portal.signIn('ines')];
    expect((await portal.ask('/logout', { method: 'POST', token })).result).toBe(1);
    expect((await portal.ask('/device', { token })).codes).toEqual(['SessionExpired']);
    expect((await portal.ask('/device', { token: other })).status).toBe(200);
  });

  it('does not take a token in another form', async () => {
    const token = await portal.signIn('ines');
    for (const Authorization of [
      token,
      `bearer ${token}`,
      `Bearer  ${token}`,
      'Bearer ',
      'Basic eA==',
    ]) {
      const answer = await portal.ask('/device', { headers: { Authorization } });
      expect(answer.codes).toEqual(['SessionExpired']);
    }
  });

  it('takes the password again for five minutes of risky actions', async () => {
    const token = await portal.signIn('ines');
    portal.pass(6 * minute);
    const retire = { token, method: 'PUT', form: { ids: devices.ipad } };
    expect((await portal.ask('/device/retire', retire)).codes).toEqual(['ReauthRequired']);
    const bad = await portal.ask('/session/reauth', { token, form: { password: 'wrong' } });
    expect(bad.codes).toEqual(['BadCredentials']);
    const proof = await portal.ask('/session/reauth', {
      token,
      form: { password: portal.password },
    });
    expect(z.object({ reauthUntil: z.number() }).parse(proof.result).reauthUntil).toBe(
      portal.now() + 5 * minute,
    );
    expect((await portal.ask('/device/retire', retire)).status).toBe(200);
  });
});

describe('an expired password and new terms', () => {
  it('lets the person in to choose a new password and to accept, and nothing else', async () => {
    const token = await portal.signIn('sofie');
    const { result } = await portal.ask('/session', { token });
    expect(session.parse(result)).toMatchObject({
      passwordExpired: true,
      termsOfService: { version: '2026-10' },
    });
    expect((await portal.ask('/device', { token })).codes).toEqual(['PasswordExpired']);
    const currentPassword =
      portal.people.find(({ username }) => username.startsWith('sofie'))?.password ?? '';
    const form = { currentPassword, newPassword: 'Harbor-tram-4712' };
    const changed = await portal.ask('/account/password', { token, method: 'PUT', form });
    expect(changed.result).toBe(1);
    expect((await portal.ask('/device', { token })).status).toBe(200);

    const lock = { token, method: 'PUT', form: { ids: 73_701 } };
    expect((await portal.ask('/device/lock', lock)).codes).toEqual(['ActionNotAllowed']);
    const old = await portal.ask('/session/terms', { token, form: { version: '2020-01' } });
    expect(old.codes).toEqual(['Pattern']);
    const accepted = await portal.ask('/session/terms', { token, form: { version: '2026-10' } });
    expect(session.parse(accepted.result).termsOfService).toBeNull();
    expect((await portal.ask('/device/lock', lock)).status).toBe(200);
  });
});

describe('the portal as a whole', () => {
  it('answers HTML with 503 while it is maintained', async () => {
    portal.maintain(true);
    const response = await fetch(`${portal.url}/api/v1/ssp/device`);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('text/html');
    portal.maintain(false);
    expect((await portal.ask('/device')).status).toBe(401);
  });

  it('logs no token, password, user name or id', async () => {
    const token = await portal.signIn('ines');
    await wrong();
    await portal.ask(`/device/${devices.iphone}/location`, { token });
    await portal.ask('/device/4711', { token });
    const log = portal.logged.join('\n');
    expect(log).toContain('"call":"login"');
    for (const secret of [token, portal.password, portal.username, 'wrong', '4711']) {
      expect(log).not.toContain(secret);
    }
  });
});
