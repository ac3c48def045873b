import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  account,
  registration,
  registrationPin,
} from '../../../../main/demo-portal/schema/account.ts';
import { config } from '../../../../main/demo-portal/schema/config.ts';
import { day, minute, openPortal } from './portal-fixture.ts';
import type { Answer, Fields, PortalFixture } from './portal-fixture.ts';

let portal: PortalFixture;
let token: string;
beforeEach(async () => {
  portal = await openPortal();
  token = await portal.signIn('ines');
});
afterEach(() => portal.close());

const change = (form: Fields): Promise<Answer> =>
  portal.ask('/account', { token, method: 'PUT', form });

const newPassword = (currentPassword: string, next: string): Promise<Answer> =>
  portal.ask('/account/password', {
    token,
    method: 'PUT',
    form: { currentPassword, newPassword: next },
  });

const login = (password: string): Promise<Answer> =>
  portal.ask('/login', { form: { username: portal.username, password } });

describe('the account', () => {
  it('is that of Ines, with a change of address that waits', async () => {
    const { result } = await portal.ask('/account', { token });
    expect(account.parse(result)).toMatchObject({
      displayName: 'Ines Declercq',
      accountSource: 'LOCAL',
      pendingEmailAddress: 'i.declercq@haldenvoss.example',
      passwordExpiresAt: portal.now() + 84 * day,
    });
  });

  it('takes new names at once', async () => {
    const answer = await change({ firstName: 'Inès', displayName: 'Inès Declercq' });
    expect(answer.result).toMatchObject({ firstName: 'Inès', lastName: 'Declercq' });
    expect((await change({ firstName: ' ' })).codes).toEqual(['NotBlank']);
  });

  it('takes a new address only once it is confirmed with the mailed PIN', async () => {
    const wanted = 'ines@haldenvoss.example';
    const asked = account.parse((await change({ emailAddress: wanted })).result);
    expect(asked).toMatchObject({ pendingEmailAddress: wanted });
    expect(asked.emailAddress).toBe('ines.declercq@haldenvoss.example');
    const [mail] = portal.mails;
    expect(mail).toMatchObject({ to: wanted, subject: 'EMAIL_PIN' });
    const pin = mail?.pin ?? '';
    const off = pin === '000000' ? '000001' : '000000';
    const confirm = (value: string): Promise<Answer> =>
      portal.ask('/account/email/confirm', { token, form: { pin: value } });
    expect((await confirm(off)).codes).toEqual(['BadCredentials']);
    expect((await confirm(pin)).result).toMatchObject({
      emailAddress: wanted,
      pendingEmailAddress: null,
    });
    expect((await confirm(pin)).codes).toEqual(['BadCredentials']);
  });

  it('mails again on request, but not within a quarter of an hour', async () => {
    const emailAddress = 'ines@haldenvoss.example';
    await change({ emailAddress });
    expect((await change({ emailAddress })).codes).toEqual(['RetryLater']);
    portal.pass(14.5 * minute);
    await portal.ask('/session/reauth', { token, form: { password: portal.password } });
    portal.pass(minute);
    expect((await change({ emailAddress })).status).toBe(200);
    expect(portal.mails).toHaveLength(2);
  });

  it('asks for the password before an address is changed, not before a name is', async () => {
    portal.pass(6 * minute);
    const address = await change({ emailAddress: 'ines@haldenvoss.example' });
    expect(address.codes).toEqual(['ReauthRequired']);
    expect((await change({ lastName: 'De Clercq' })).status).toBe(200);
  });

  it('drops a waiting change when the present address is asked for', async () => {
    const answer = await change({ emailAddress: 'ines.declercq@haldenvoss.example' });
    expect(answer.result).toMatchObject({ pendingEmailAddress: null });
  });
});

describe('the password', () => {
  const next = 'Harbor-tram-4712';

  it('is changed by proving the present one; other sessions end, this one goes on', async () => {
    const other = await portal.signIn('ines');
    expect((await newPassword(portal.password, next)).result).toBe(1);
    expect((await portal.ask('/account', { token })).status).toBe(200);
    expect((await portal.ask('/account', { token: other })).codes).toEqual(['SessionExpired']);
    expect((await login(portal.password)).codes).toEqual(['BadCredentials']);
    expect((await login(next)).status).toBe(200);
  });

  it('says which rules a new one breaks', async () => {
    const { body } = await fetch(`${portal.url}/api/v1/ssp/account/password`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}` },
      body: new URLSearchParams({ currentPassword: portal.password, newPassword: 'tram-4411' }),
    });
    const text = await new Response(body).text();
    for (const rule of ['minLength', 'minUpper', 'maxRepeated']) expect(text).toContain(rule);
  });

  it('is not one of the last seven', async () => {
    let current = portal.password;
    for (let round = 0; round < 7; round += 1) {
      const fresh = `Harbor-${round}-tram-47`;
      expect((await newPassword(current, fresh)).result).toBe(1);
      current = fresh;
    }
    expect((await newPassword(current, 'Harbor-0-tram-47')).codes).toEqual(['PasswordReused']);
    expect((await newPassword(current, portal.password)).result).toBe(1);
  });

  it('can’t be guessed from an open session: five wrong ones lock the name', async () => {
    const codes: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      codes.push(...(await newPassword('wrong', next)).codes);
    }
    expect(codes.at(-1)).toBe('AccountLocked');
    expect((await newPassword(portal.password, next)).codes).toEqual(['AccountLocked']);
  });

  it('of the company’s directory is not changed here', async () => {
    token = await portal.signIn('jonas');
    expect((await newPassword('x', next)).codes).toEqual(['NotLocalAccount']);
    const { result } = await portal.ask('/config', { token });
    expect(config.parse(result).accountEditable).toEqual({
      name: false,
      email: false,
      password: false,
    });
  });
});

describe('a forgotten password', () => {
  const forgot = (username: string): Promise<Answer> =>
    portal.ask('/password/forgot', { form: { username } });
  const reset = (pin: string, next: string): Promise<Answer> =>
    portal.ask('/password/reset', { form: { username: portal.username, pin, newPassword: next } });

  it('is replaced with the mailed PIN; every session ends', async () => {
    expect((await forgot(portal.username)).result).toBe(1);
    const pin = portal.mails[0]?.pin ?? '';
    expect((await reset(pin, 'short')).codes).toContain('PasswordPolicy');
    expect((await reset(pin, 'Harbor-tram-4712')).result).toBe(1);
    expect((await portal.ask('/account', { token })).codes).toEqual(['SessionExpired']);
    expect((await login('Harbor-tram-4712')).status).toBe(200);
    expect((await reset(pin, 'Harbor-tram-9381')).codes).toEqual(['BadCredentials']);
  });

  it('is answered alike for a name that is not known, and mails nobody', async () => {
    expect((await forgot('nobody@haldenvoss.example')).result).toBe(1);
    expect((await forgot('nobody@haldenvoss.example')).codes).toEqual(['RetryLater']);
    expect(portal.mails).toEqual([]);
  });

  it('has a PIN that ends after fifteen minutes', async () => {
    await forgot(portal.username);
    portal.pass(15 * minute);
    const pin = portal.mails[0]?.pin ?? '';
    expect((await reset(pin, 'Harbor-tram-4712')).codes).toEqual(['BadCredentials']);
    expect((await forgot(portal.username)).result).toBe(1);
  });

  it('has a PIN that can be guessed at five times', async () => {
    await forgot(portal.username);
    const pin = portal.mails[0]?.pin ?? '';
    const off = pin === '111111' ? '222222' : '111111';
    for (let round = 0; round < 5; round += 1) await reset(off, 'Harbor-tram-4712');
    portal.pass(6 * minute);
    expect((await reset(pin, 'Harbor-tram-4712')).codes).toEqual(['BadCredentials']);
  });
});

describe('registering another device', () => {
  it('comes with a link, the text of a QR code and the count of devices', async () => {
    const told = registration.parse((await portal.ask('/registration', { token })).result);
    expect(told).toMatchObject({ devicesUsed: 8, deviceLimit: 10 });
    expect(told.url.endsWith('/go')).toBe(true);
    expect(told.qrPayload).toContain(told.url);
  });

  it('and a one-time PIN of the length that the configuration says, mailed as well', async () => {
    const pin = registrationPin.parse(
      (await portal.ask('/account/regpin', { token, form: {} })).result,
    );
    const told = config.parse((await portal.ask('/config', { token })).result);
    expect(pin.pin).toHaveLength(told.registration.pinLength);
    expect(pin.expiresAt).toBe(portal.now() + told.registration.pinLifetimeDays * day);
    expect(portal.mails[0]).toMatchObject({ subject: 'REGISTRATION_PIN', pin: pin.pin });
  });
});
