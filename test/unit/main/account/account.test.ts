import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '../../../../main/demo-portal/portal.ts';
import type { AccountProfile } from '../../../../preload/contract/account.ts';
import type { Fault } from '../../../portal/faults.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { hastyClock } from '../../../support/features.ts';
import { signInToPortal } from '../../../support/signed-in.ts';
import type { SignedInFeatures } from '../../../support/signed-in.ts';
import { everythingIn } from '../session/session-fixture.ts';

const oldProof: Fault = { kind: 'clock', skewMs: 360_000 };
const better = 'Correct-Horse-7-Battery';

let app: SignedInFeatures;
let mails: Mail[];
beforeEach(async () => {
  mails = [];
  app = await signInToPortal({}, { mail: (mail) => mails.push(mail) });
});
afterEach(() => app.close());

const get = (): Promise<AccountProfile> => app.call('account.get', undefined);
const changeTo = (newPassword: string, currentPassword = app.portal.password) =>
  app.call('account.changePassword', { currentPassword, newPassword });
const signedInAs = async () => {
  const { session } = await app.call('app.snapshot', undefined);
  return session.status === 'signed-in' ? session.account : null;
};
const refusedWith = (code: string, field: string): Fault => {
  const fieldErrors = [{ code, message: 'No.', field }];
  const body = { errors: { globalErrors: null, fieldErrors }, result: null };
  return { kind: 'answer', status: 400, body };
};

describe('Account', () => {
  it('tells who it is, what can be changed, and the rules for a password', async () => {
    expect(await get()).toMatchObject({
      username: app.portal.email,
      displayName: 'Ines Declercq',
      emailAddress: app.portal.email,
      source: 'local',
      editable: { name: true, email: true, password: true },
      passwordPolicy: { minLength: 12, maxLength: 32, requiredClasses: 3, maxRepeated: 1 },
    });
  });

  it('of a portal that tells of no rules offers no change', async () => {
    const body = { errors: null, result: {} };
    app.line.fault({ kind: 'answer', status: 200, body }, { call: 'config' });
    const { editable, passwordPolicy } = await get();
    expect(editable).toEqual({ name: false, email: false, password: false });
    expect(new Set(Object.values(passwordPolicy))).toEqual(new Set([null]));
  });

  it('takes another name, and the session shows it at once', async () => {
    const profile = await app.call('account.update', { displayName: 'Ines D.', lastName: 'D.' });
    expect(profile).toMatchObject({ displayName: 'Ines D.', firstName: 'Ines', lastName: 'D.' });
    expect(await signedInAs()).toMatchObject({ displayName: 'Ines D.' });
    expect(app.told.of('session.changed').at(-1)).toMatchObject({
      account: { displayName: 'Ines D.' },
    });
  });

  it('holds another e-mail address until it is confirmed', async () => {
    const emailAddress = 'ines@elsewhere.example';
    const profile = await app.call('account.update', { emailAddress });
    expect(profile).toMatchObject({
      emailAddress: app.portal.email,
      pendingEmailAddress: emailAddress,
    });
    expect(mails.map(({ to }) => to)).toEqual([emailAddress]);
    const back = await app.call('account.update', { emailAddress: app.portal.email });
    expect(back.pendingEmailAddress).toBeNull();
  });

  it('takes the new address once its code is typed, and the session shows it at once', async () => {
    const emailAddress = 'ines@elsewhere.example';
    await app.call('account.update', { emailAddress });
    const pin = mails[0]?.pin ?? '';
    const wrong = app.call('account.confirmEmail', { pin: pin === '000000' ? '1111' : '000000' });
    expect((await rejectionOf(wrong)).code).toBe('bad-credentials');
    expect(await app.call('account.confirmEmail', { pin })).toMatchObject({
      emailAddress,
      pendingEmailAddress: null,
    });
    expect(await signedInAs()).toMatchObject({ emailAddress });
  });

  it('whose confirmation lost its answer is asked after, and not confirmed twice', async () => {
    const emailAddress = 'ines@elsewhere.example';
    await app.call('account.update', { emailAddress });
    app.line.fault({ kind: 'reset', when: 'before-status' }, { call: 'confirmEmail' });
    const profile = await app.call('account.confirmEmail', { pin: mails[0]?.pin ?? '' });
    expect(profile).toMatchObject({ emailAddress, pendingEmailAddress: null });
    expect(app.line.count('confirmEmail')).toBe(1);
  });

  it('asks for the password again before another address, and not before another name', async () => {
    app.line.fault(oldProof, { times: 99 });
    await get();
    const emailAddress = 'ines@elsewhere.example';
    expect(await rejectionOf(app.call('account.update', { emailAddress }))).toEqual({
      code: 'reauth-required',
    });
    expect(app.line.count('changeAccount')).toBe(0);
    await app.call('account.update', { displayName: 'Ines D.', emailAddress: app.portal.email });
    expect(app.line.count('changeAccount')).toBe(1);
  });

  it('whose change is lost on the way is asked after', async () => {
    app.line.fault({ kind: 'reset', when: 'before-status' }, { call: 'changeAccount' });
    expect(await app.call('account.update', { displayName: 'Ines D.' })).toMatchObject({
      displayName: 'Ines D.',
    });
    expect(app.line.count('changeAccount')).toBe(1);
    app.line.fault({ kind: 'reset', when: 'mid-upload' }, { call: 'changeAccount' });
    expect((await rejectionOf(app.call('account.update', { displayName: 'I.' }))).code).toBe(
      'portal-unreachable',
    );
  });

  it('says that the address is somebody else’s', async () => {
    const [, other] = app.portal.people;
    const emailAddress = other?.username ?? '';
    expect(await rejectionOf(app.call('account.update', { emailAddress }))).toMatchObject({
      code: 'conflict',
      reason: 'UsernameConflict',
    });
  });
});

describe('a new password', () => {
  it('counts at once, and stands nowhere', async () => {
    await changeTo(better);
    const disk = everythingIn(app.directory);
    expect(disk).not.toContain(better);
    await app.call('session.signOut', undefined);
    const credentials = { address: app.line.url, username: app.portal.email, keepSignedIn: false };
    await app.call('session.signIn', { ...credentials, password: better });
    expect(await signedInAs()).not.toBeNull();
  });

  it.each([
    ['PasswordPolicy', 'short', undefined],
    ['CurrentPasswordWrong', better, 'not the one'],
  ])('is refused with %s and the field', async (reason, wanted, current) => {
    const field = reason === 'PasswordPolicy' ? 'newPassword' : 'currentPassword';
    expect(await rejectionOf(changeTo(wanted, current))).toEqual({
      code: 'refused',
      reason,
      field,
    });
  });

  it('that was used before is refused', async () => {
    const first = app.portal.password;
    await changeTo(better);
    const input = { currentPassword: better, newPassword: first };
    expect(await rejectionOf(app.call('account.changePassword', input))).toMatchObject({
      code: 'refused',
      reason: 'PasswordReused',
    });
  });

  it('of an account that is kept elsewhere is refused', async () => {
    const globalErrors = [{ code: 'NotLocalAccount', message: 'No.' }];
    const body = { errors: { globalErrors, fieldErrors: null }, result: null };
    app.line.fault({ kind: 'answer', status: 403, body }, { call: 'changePassword' });
    expect(await rejectionOf(changeTo(better))).toEqual({
      code: 'forbidden',
      reason: 'NotLocalAccount',
    });
  });

  it('is not sent on an old proof', async () => {
    app.line.fault(oldProof, { times: 99 });
    await get();
    expect((await rejectionOf(changeTo(better))).code).toBe('reauth-required');
    expect(app.line.count('changePassword')).toBe(0);
  });

  it('whose answer is lost is tried, once', async () => {
    app.line.fault({ kind: 'reset', when: 'before-status' }, { call: 'changePassword' });
    await changeTo(better);
    expect([app.line.count('changePassword'), app.line.count('reauthenticate')]).toEqual([1, 1]);
  });

  it('that was lost on the way there is said to be, and one that nobody can ask after', async () => {
    app.line.fault({ kind: 'reset', when: 'mid-upload' }, { call: 'changePassword', times: 2 });
    expect((await rejectionOf(changeTo(better))).code).toBe('portal-unreachable');
    app.line.fault({ kind: 'reset', when: 'before-status' }, { call: 'reauthenticate' });
    expect((await rejectionOf(changeTo(better))).code).toBe('outcome-unknown');
  });

  it('keeps the field that an unknown rule names', async () => {
    app.line.fault(refusedWith('Haiku', 'newPassword'), { call: 'changePassword' });
    expect(await rejectionOf(changeTo(better))).toEqual({
      code: 'refused',
      reason: 'Haiku',
      field: 'newPassword',
    });
  });
});

describe('registering another device', () => {
  const registration = () => app.call('registration.get', undefined);

  it('tells the link, what stands in the QR code, and how many there may be', async () => {
    const { url, qrPayload, ...rest } = await registration();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/go$/u);
    expect(qrPayload).toContain(encodeURIComponent(app.portal.email));
    expect(rest).toMatchObject({
      devicesUsed: 8,
      deviceLimit: 10,
      pinOffered: true,
      pinLength: 6,
      pinLifetimeDays: 3,
    });
  });

  it.each([
    'javascript:alert(1)',
    'http://plain.example/go',
    'https://known.example@other.example/go',
    'ms-msdt:/id',
    `https://long.example/${'x'.repeat(3000)}`,
    'go',
    7,
    null,
  ])('shows no link that is %j', async (link) => {
    const result = { url: link, qrPayload: link, devicesUsed: '8', deviceLimit: -1 };
    const body = { errors: null, result };
    app.line.fault({ kind: 'answer', status: 200, body }, { call: 'registration' });
    expect(await registration()).toMatchObject({
      url: null,
      qrPayload: null,
      devicesUsed: 8,
      deviceLimit: null,
    });
  });

  it('makes a PIN that is good for three days', async () => {
    const { pin, expiresAt } = await app.call('registration.newPin', undefined);
    expect(pin).toMatch(/^\d{6}$/u);
    expect(expiresAt).toBeGreaterThan(hastyClock.now() + 2 * 86_400_000);
    expect(everythingIn(app.directory)).not.toContain(pin);
  });
});
