import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '../../../../main/demo-portal/portal.ts';
import { startSwitchboard } from '../../../portal/switchboard.ts';
import type { Switchboard } from '../../../portal/switchboard.ts';
import { startAdminServer } from '../../../support/admin-v1-server.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { createTestFeatures } from '../../../support/features.ts';
import type { TestFeatures } from '../../../support/features.ts';
import { startPortal } from '../../../support/portal.ts';
import type { TestPortal } from '../../../support/portal.ts';

const newPassword = 'Quay-light-9381';
let portal: TestPortal;
let line: Switchboard;
let app: TestFeatures;
let mails: Mail[];
let opened: string[];
beforeEach(async () => {
  mails = [];
  opened = [];
  portal = await startPortal({ mail: (mail) => mails.push(mail) });
  line = await startSwitchboard({ portal: portal.url });
  app = createTestFeatures({
    openBrowser: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
  });
});
afterEach(async () => {
  await app.close();
  await line.close();
  await portal.close();
});

const whoever = () => ({ address: line.url, username: portal.username });
const pin = () => mails.at(-1)?.pin ?? '';

describe('a forgotten password', () => {
  it('is replaced with the PIN from the mail, and the new one signs in', async () => {
    await app.call('session.forgotPassword', whoever());
    expect(mails).toMatchObject([{ subject: 'PASSWORD_PIN', to: portal.email }]);
    await app.call('session.resetPassword', { ...whoever(), pin: pin(), newPassword });
    const again = { ...whoever(), password: newPassword, keepSignedIn: false };
    expect(await app.call('session.signIn', again)).toMatchObject({ status: 'signed-in' });
    const old = { ...again, password: portal.password };
    expect(await rejectionOf(app.call('session.signIn', old))).toEqual({
      code: 'bad-credentials',
      reason: 'BadCredentials',
    });
  });

  it('stays the old one with a PIN that is wrong, or a new password that breaks the rules', async () => {
    await app.call('session.forgotPassword', whoever());
    const wrong = { ...whoever(), pin: pin() === '000000' ? '111111' : '000000', newPassword };
    expect((await rejectionOf(app.call('session.resetPassword', wrong))).code).toBe(
      'bad-credentials',
    );
    const weak = { ...whoever(), pin: pin(), newPassword: 'short' };
    expect(await rejectionOf(app.call('session.resetPassword', weak))).toMatchObject({
      code: 'refused',
      reason: 'PasswordPolicy',
    });
    // The PIN is as good as before.
    await app.call('session.resetPassword', { ...whoever(), pin: pin(), newPassword });
  });

  it('of a name that nobody has gets the same answer, and no mail', async () => {
    await app.call('session.forgotPassword', { ...whoever(), username: 'nobody' });
    expect(mails).toEqual([]);
  });

  it('asked for twice says how long to wait; everything else goes on meanwhile', async () => {
    await app.call('session.forgotPassword', whoever());
    const early = await rejectionOf(app.call('session.forgotPassword', whoever()));
    expect(early).toMatchObject({ code: 'rate-limited', reason: 'RetryLater' });
    expect(early.retryAfterMs).toBe(300_000);
    const asked = line.count('forgotPassword');
    const earlier = await rejectionOf(app.call('session.forgotPassword', whoever()));
    expect(earlier.code).toBe('rate-limited');
    expect(line.count('forgotPassword')).toBe(asked);
    await app.call('session.resetPassword', { ...whoever(), pin: pin(), newPassword });
  });

  it('is not offered by a portal that speaks the vendor’s API, which says so', async () => {
    const vendor = await startAdminServer();
    const asking = app.call('session.forgotPassword', {
      address: vendor.origin,
      username: 'alice@acme.example',
    });
    expect(await rejectionOf(asking)).toEqual({
      code: 'not-supported',
      reason: 'forgotten-password',
    });
    await vendor.close();
  });
});

describe('the outbox', () => {
  it('of a portal on this computer is opened in the browser', async () => {
    await app.call('session.openMailbox', { address: portal.url });
    expect(opened).toEqual([`${portal.url}/outbox`]);
    await app.call('session.forgotPassword', whoever());
    const page = await fetch(opened[0] ?? '');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain(pin());
  });

  it('of whoever is signed in to the demo is opened without an address', async () => {
    await rejectionOf(app.call('session.openMailbox', { address: null }));
    await app.call('session.tryDemo', undefined);
    await app.call('session.openMailbox', { address: null });
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/outbox$/u);
  });

  it('of a real portal is nowhere, since its mails go out', async () => {
    const asking = app.call('session.openMailbox', { address: 'portal.example' });
    expect(await rejectionOf(asking)).toEqual({ code: 'not-supported', reason: 'mailbox' });
    expect(opened).toEqual([]);
  });
});
