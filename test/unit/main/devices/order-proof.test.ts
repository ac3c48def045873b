import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rejectionOf } from '../../../support/failures.ts';
import { signInToPortal } from '../../../support/signed-in.ts';
import type { SignedInFeatures } from '../../../support/signed-in.ts';

const pixel = '73545';
const wipePixel = { deviceId: pixel, confirmName: 'Pixel 10', preserveDataPlan: true };

let app: SignedInFeatures;
let wasAsked: boolean;
let portalShift: number;
beforeEach(async () => {
  wasAsked = false;
  portalShift = 0;
  const confirm = () => {
    wasAsked = true;
    return Promise.resolve(true);
  };
  app = await signInToPortal({ confirm }, { now: () => Date.now() + portalShift });
});
afterEach(() => app.close());

describe('the proof of the password for an order', () => {
  it.each([
    ['devices.unlock', { deviceId: pixel }],
    ['devices.wipe', wipePixel],
    ['devices.retire', { deviceId: pixel }],
  ] as const)('that is too old for %s is known before anything is sent', async (name, input) => {
    // By the portal's clock six minutes have passed.
    app.line.fault({ kind: 'clock', skewMs: 360_000 }, { times: 99 });
    expect(await rejectionOf(app.call(name, input))).toEqual({ code: 'reauth-required' });
    expect(wasAsked).toBe(false);
    expect(app.line.count('unlock') + app.line.count('wipe') + app.line.count('retire')).toBe(0);
  });

  it('is renewed with the password, and the order goes through', async () => {
    app.line.fault({ kind: 'clock', skewMs: 360_000 }, { times: 99 });
    await rejectionOf(app.call('devices.unlock', { deviceId: pixel }));
    app.line.clear();
    portalShift = 360_000;
    app.line.fault({ kind: 'clock', skewMs: 360_000 }, { times: 99 });
    const { password } = app.portal;
    const { provedUntil } = await app.call('session.reauth', { password });
    expect(Math.abs(provedUntil - Date.now() - 300_000)).toBeLessThan(30_000);
    await app.call('devices.unlock', { deviceId: pixel });
    expect(app.line.count('unlock')).toBe(1);
  });

  it('that only the portal finds too old is asked for again too', async () => {
    portalShift = 360_000;
    expect((await rejectionOf(app.call('devices.unlock', { deviceId: pixel }))).code).toBe(
      'reauth-required',
    );
    await app.call('session.reauth', { password: app.portal.password });
    await app.call('devices.unlock', { deviceId: pixel });
  });

  it('does not come of a wrong password, and nobody is signed out by one', async () => {
    expect((await rejectionOf(app.call('session.reauth', { password: 'wrong' }))).code).toBe(
      'bad-credentials',
    );
    const { session } = await app.call('app.snapshot', undefined);
    expect(session.status).toBe('signed-in');
    for (let tries = 0; tries < 3; tries += 1)
      await rejectionOf(app.call('session.reauth', { password: 'wrong' }));
    const locked = await rejectionOf(app.call('session.reauth', { password: 'wrong' }));
    expect(locked).toMatchObject({ code: 'account-locked', retryAfterMs: 300_000 });
  });
});
