import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../../support/failures.ts';
import type { TestFeatures } from '../../../support/features.ts';
import { patience } from '../../../support/patience.ts';
import {
  everythingIn,
  prepareSessions,
  sessionOf,
  statusOf,
  withValue,
} from './session-fixture.ts';

const { portal, line, open, reopen, credentials } = prepareSessions();
const newPassword = 'Harbor-tram-4712';

/** Sofie is back from long leave: her password has expired, and the terms of service are new to her. */
const sofie = () => portal().people.find(({ username }) => username.startsWith('sofie'));

async function comeBack(): Promise<TestFeatures> {
  const app = open();
  const session = await app.call('session.signIn', credentials(sofie()));
  expect(session).toMatchObject({
    status: 'choosing-password',
    username: sofie()?.username,
    portal: { tenantName: 'Halden & Voss', isDemo: false },
    passwordPolicy: { minLength: 12, requiredClasses: 3 },
  });
  return app;
}

describe('a password that has expired', () => {
  it('is changed right there, then the terms are accepted, and then one is signed in', async () => {
    const app = await comeBack();
    const next = await app.call('session.choosePassword', { newPassword });
    expect(next).toMatchObject({ status: 'accepting-terms', terms: { version: '2026-10' } });
    expect(app.keytar.entries.size).toBe(0);
    const done = await app.call('session.acceptTerms', { version: '2026-10' });
    expect(done).toMatchObject({ status: 'signed-in', secretStore: 'keychain' });
    expect(await sessionOf(app)).toEqual(done);
    expect((await app.call('devices.list', { refresh: true })).devices).toHaveLength(1);
    expect(line().count('changePassword')).toBe(1);
    expect(line().count('login')).toBe(1);
    expect(everythingIn(app.directory)).not.toContain(newPassword);
    // The new one is the one that counts.
    const other = open();
    const again = credentials({ ...sofie(), password: newPassword });
    expect(await other.call('session.signIn', again)).toMatchObject({ status: 'signed-in' });
  });

  it('is not changed to one that breaks the rules, and the person may choose again', async () => {
    const app = await comeBack();
    const refused = app.call('session.choosePassword', { newPassword: 'short' });
    expect(await rejectionOf(refused)).toMatchObject({ code: 'refused', reason: 'PasswordPolicy' });
    const old = app.call('session.choosePassword', { newPassword: sofie()?.password ?? '' });
    expect(await rejectionOf(old)).toMatchObject({ code: 'refused', reason: 'PasswordReused' });
    expect(await statusOf(app)).toBe('choosing-password');
    await app.call('session.choosePassword', { newPassword });
    expect(await statusOf(app)).toBe('accepting-terms');
  });

  it('whose change lost its answer is asked after, and not changed twice', async () => {
    const app = await comeBack();
    line().fault({ kind: 'reset', when: 'before-status' }, { call: 'changePassword' });
    const next = await app.call('session.choosePassword', { newPassword });
    expect(next.status).toBe('accepting-terms');
    expect(line().count('changePassword')).toBe(1);
  });

  it('leaves no session standing when the person signs out instead', async () => {
    const app = await comeBack();
    expect(await app.call('session.signOut', undefined)).toMatchObject({ status: 'signed-out' });
    expect(line().count('logout')).toBe(1);
    const late = app.call('session.choosePassword', { newPassword });
    expect(await rejectionOf(late)).toEqual({ code: 'signed-out' });
    expect(line().count('changePassword')).toBe(0);
  });

  it('asks for a sign-in once the portal has ended the session meanwhile', async () => {
    const app = await comeBack();
    const expired = { code: 'SessionExpired', message: '' };
    const body = { errors: { globalErrors: [expired], fieldErrors: null }, result: null };
    line().fault({ kind: 'answer', status: 401, body }, { call: 'changePassword' });
    const late = app.call('session.choosePassword', { newPassword });
    expect(await rejectionOf(late)).toMatchObject({ code: 'signed-out' });
    expect(await sessionOf(app)).toMatchObject({ status: 'signed-out', because: 'expired' });
  });

  it('in the middle of a session says so at the sign-in page', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    const expired = { code: 'PasswordExpired', message: '' };
    const body = { errors: { globalErrors: [expired], fieldErrors: null }, result: null };
    line().fault({ kind: 'answer', status: 401, body }, { call: 'commands' });
    const asking = app.call('devices.commands', { deviceId: '73541', start: 0 });
    expect((await rejectionOf(asking)).code).toBe('password-expired');
    expect(await sessionOf(app)).toMatchObject({ because: 'password-expired' });
    await expect.poll(() => app.keytar.entries.size, patience).toBe(0);
  });
});

describe('terms of service', () => {
  it('that are declined let nobody in, and end the session at the portal', async () => {
    const app = await comeBack();
    await app.call('session.choosePassword', { newPassword });
    await app.call('session.signOut', undefined);
    expect(line().count('logout')).toBe(1);
    expect(line().count('acceptTerms')).toBe(0);
    expect(await statusOf(app)).toBe('signed-out');
  });

  it('are accepted only as they were shown', async () => {
    const app = await comeBack();
    await app.call('session.choosePassword', { newPassword });
    const other = app.call('session.acceptTerms', { version: 'another' });
    expect(await rejectionOf(other)).toEqual({ code: 'conflict' });
    expect(line().count('acceptTerms')).toBe(0);
    expect(await statusOf(app)).toBe('accepting-terms');
  });

  it('that came meanwhile are asked for at the next start too', async () => {
    const app = open();
    await app.call('session.signIn', credentials());
    const terms = { version: '2027-01', title: 'News', text: 'One\r\n\u202eTwo\u0000' };
    line().fault(
      {
        kind: 'json',
        change: (answer) => withValue(answer, 'termsOfService', terms),
      },
      { call: 'session' },
    );
    const again = reopen(app);
    await expect.poll(() => statusOf(again), patience).toBe('accepting-terms');
    expect(await sessionOf(again)).toMatchObject({
      terms: { version: '2027-01', title: 'News', text: 'One\nTwo' },
    });
    const done = await again.call('session.acceptTerms', { version: '2027-01' }).catch(() => null);
    // The portal itself has no such terms waiting and lets the person pass.
    expect(done).toMatchObject({ status: 'signed-in' });
  });
});
