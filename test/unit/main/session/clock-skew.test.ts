import { describe, expect, it } from 'vitest';
import { watchClock } from '../../../../main/session/clock-skew.ts';
import { createTold } from '../../../support/told.ts';
import { prepareSessions } from './session-fixture.ts';

const { line, open, credentials } = prepareSessions();
const minute = 60_000;
const day = 1440 * minute;

describe('a clock that is off', () => {
  it('by up to five minutes is nobody’s concern', () => {
    const told = createTold();
    const watch = watchClock(told.emit);
    for (const ahead of [0, 4 * minute, -5 * minute, 5 * minute]) watch.heard(ahead);
    expect(watch.current()).toBeNull();
    expect(told.of('clock.skewed')).toEqual([]);
  });

  it('by more is told once, told anew when it changes, and taken back when it is right', () => {
    const told = createTold();
    const watch = watchClock(told.emit);
    for (const ahead of [6 * minute, 6 * minute + 800, -day, -day + 1000, 0, 0]) watch.heard(ahead);
    expect(told.of('clock.skewed')).toEqual([{ aheadMs: 6 * minute }, { aheadMs: -day }, null]);
  });

  it.each([day, -day])(
    'by %i ms is told to whoever is signed in; times beside the portal’s own are by its clock',
    async (skewMs) => {
      line().fault({ kind: 'clock', skewMs }, { times: 999 });
      const app = open();
      const session = await app.call('session.signIn', credentials());
      const signedInAt = session.status === 'signed-in' ? session.signedInAt : 0;
      expect(Math.abs(signedInAt - Date.now() - skewMs)).toBeLessThan(minute);
      const { clockSkew } = await app.call('app.snapshot', undefined);
      expect(Math.abs((clockSkew?.aheadMs ?? 0) + skewMs)).toBeLessThan(minute);
      const { fetchedAt } = await app.call('devices.list', { refresh: true });
      expect(Math.abs(fetchedAt - Date.now() - skewMs)).toBeLessThan(minute);

      // Somebody sets the clock: the notice goes with the next answer.
      line().clear();
      await app.call('devices.list', { refresh: true });
      expect(app.told.of('clock.skewed').at(-1)).toBeNull();
      await app.call('session.signOut', undefined);
      expect((await app.call('app.snapshot', undefined)).clockSkew).toBeNull();
    },
  );
});
