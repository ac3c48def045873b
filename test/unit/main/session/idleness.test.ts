import { beforeEach, describe, expect, it } from 'vitest';
import { rejectionOf } from '../../../support/failures.ts';
import type { TestFeatures } from '../../../support/features.ts';
import { patience } from '../../../support/patience.ts';
import { createSteppedClock } from '../../../support/stepped-clock.ts';
import type { SteppedClock } from '../../../support/stepped-clock.ts';
import { prepareSessions, statusOf } from './session-fixture.ts';

const { portal, line, open, credentials } = prepareSessions();
const minute = 60_000;

let clock: SteppedClock;
beforeEach(() => {
  clock = createSteppedClock();
});

async function signedIn(): Promise<TestFeatures> {
  const app = open({ clock });
  await app.call('session.signIn', credentials());
  return app;
}
const warnings = (app: TestFeatures) => app.told.of('session.idle');
const list = (app: TestFeatures) => app.call('devices.list', { refresh: true });
const because = (app: TestFeatures) => {
  const session = app.told.of('session.changed').at(-1);
  return session?.status === 'signed-out' ? session.because : session?.status;
};
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('a session at which nobody sits', () => {
  it('is warned of two minutes before its end', async () => {
    const app = await signedIn();
    clock.step(12.9 * minute);
    await aMoment();
    expect(warnings(app)).toEqual([]);
    clock.step(0.2 * minute);
    await expect.poll(() => warnings(app).length, patience).toBe(1);
    const left = (warnings(app)[0]?.endsAt ?? 0) - clock.now();
    expect(left).toBeGreaterThan(1.8 * minute);
    expect(left).toBeLessThanOrEqual(2 * minute);
    expect(await statusOf(app)).toBe('signed-in');
  });

  it('ends, at the portal and in the keychain too, and says why', async () => {
    const app = await signedIn();
    expect(app.keytar.entries.size).toBe(1);
    clock.step(15.1 * minute);
    await expect.poll(() => because(app), patience).toBe('idle');
    expect(line().count('logout')).toBe(1);
    await expect.poll(() => app.keytar.entries.size, patience).toBe(0);
    expect((await rejectionOf(list(app))).code).toBe('signed-out');
  });

  it('ends although the portal can not be reached', async () => {
    const app = await signedIn();
    await line().down();
    clock.step(15.1 * minute);
    await expect.poll(() => because(app), patience).toBe('idle');
  });

  it('goes on when the person says so, and the portal hears of it', async () => {
    const app = await signedIn();
    clock.step(13.5 * minute);
    await expect.poll(() => warnings(app).length, patience).toBe(1);
    const before = line().count('account');
    await app.call('session.stay', undefined);
    expect(warnings(app).at(-1)).toBeNull();
    expect(line().count('account')).toBeGreaterThan(before);
    clock.step(2 * minute);
    await aMoment();
    expect(await statusOf(app)).toBe('signed-in');
    clock.step(12.5 * minute);
    await aMoment();
    expect(because(app)).not.toBe('idle');
  });

  it('is none while somebody is at work', async () => {
    const app = await signedIn();
    for (let step = 0; step < 4; step += 1) {
      clock.step(10 * minute);
      await app.call('session.touch', undefined);
      await aMoment();
    }
    expect(warnings(app)).toEqual([]);
    expect(await statusOf(app)).toBe('signed-in');
  });

  it('is one although the page asks for this and that by itself', async () => {
    const app = await signedIn();
    clock.step(10 * minute);
    await list(app);
    await aMoment();
    clock.step(5.1 * minute);
    await expect.poll(() => because(app), patience).toBe('idle');
  });

  it('goes by the minutes that the portal tells', async () => {
    const change = (whole: unknown): unknown =>
      JSON.parse(
        JSON.stringify(whole, (key, value: unknown) =>
          key === 'inactivityTimeoutMinutes' ? 60 : value,
        ),
      );
    line().fault({ kind: 'json', change }, { call: 'login' });
    const app = await signedIn();
    clock.step(57 * minute);
    await aMoment();
    expect(warnings(app)).toEqual([]);
    clock.step(4 * minute);
    await expect.poll(() => because(app), patience).toBe('idle');
  });

  it('that comes from the keychain has the same end', async () => {
    const app = await signedIn();
    const again = open({ clock, directory: app.directory, keytar: app.keytar });
    again.features.start();
    await expect.poll(() => line().count('session'), patience).toBeGreaterThan(0);
    await expect.poll(() => statusOf(again), patience).toBe('signed-in');
    await aMoment();
    clock.step(15.1 * minute);
    await expect.poll(() => because(again), patience).toBe('idle');
  });
});

describe('a clock that somebody sets', () => {
  it.each([60, -60])(
    'by %i minutes signs nobody out, and nobody sits longer for it',
    async (by) => {
      const app = await signedIn();
      clock.step(5 * minute);
      clock.set(by * minute);
      expect(await list(app)).toMatchObject({ stale: false });
      expect(await statusOf(app)).toBe('signed-in');
      await aMoment();
      expect(warnings(app)).toEqual([]);
      clock.step(15.1 * minute);
      await expect.poll(() => because(app), patience).toBe('idle');
    },
  );
});

describe('a computer that was asleep', () => {
  it('past the end of the session asks the portal for nothing but that end', async () => {
    const app = await signedIn();
    await list(app);
    clock.isFrozen = true;
    clock.step(20 * minute);
    const before = line().requests().length;
    app.features.wake();
    const asked = await Promise.all([rejectionOf(list(app)), rejectionOf(list(app))]);
    expect(asked.map(({ code }) => code)).toEqual(['signed-out', 'signed-out']);
    expect(because(app)).toBe('idle');
    const calls = line().requests().slice(before);
    expect(calls.map(({ call }) => call)).toEqual(['logout']);
  });

  it('revives nothing by a call that comes before the news of waking up', async () => {
    const app = await signedIn();
    await list(app);
    clock.isFrozen = true;
    clock.step(20 * minute);
    const before = line().count('devices');
    expect((await rejectionOf(list(app))).code).toBe('signed-out');
    expect(line().count('devices')).toBe(before);
  });

  it('looks at the session before the first request', async () => {
    const app = await signedIn();
    await list(app);
    const before = line().requests().length;
    app.features.wake();
    await list(app);
    const [first] = line().requests().slice(before);
    expect(first?.call).toBe('session');
    expect(portal().tokens()).toHaveLength(1);
  });
});
