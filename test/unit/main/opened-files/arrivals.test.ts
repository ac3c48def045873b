import { describe, expect, it } from 'vitest';
import { gatherArrivals } from '../../../../main/opened-files/arrivals.ts';
import { systemClock } from '../../../../main/clock.ts';
import type { Clock } from '../../../../main/clock.ts';

/** Time that passes when the test says so. */
function heldClock(): { clock: Clock; pass: () => Promise<void> } {
  let wakes: (() => void)[] = [];
  return {
    clock: { ...systemClock, sleep: () => new Promise((resolve) => wakes.push(resolve)) },
    pass: async () => {
      const due = wakes;
      wakes = [];
      for (const wake of due) wake();
      await new Promise(setImmediate);
    },
  };
}

describe('files that the system wants opened', () => {
  it('wait until somebody can open them, as on macOS before the app is ready', async () => {
    const { clock, pass } = heldClock();
    const arrivals = gatherArrivals(clock);
    const opened: (readonly string[])[] = [];
    arrivals.add(['/a.p12']);
    await pass();
    arrivals.handTo((paths) => opened.push(paths));
    await pass();
    expect(opened).toEqual([['/a.p12']]);
  });

  it('told one by one, as macOS tells a selection, are opened together', async () => {
    const { clock, pass } = heldClock();
    const arrivals = gatherArrivals(clock);
    const opened: (readonly string[])[] = [];
    arrivals.handTo((paths) => opened.push(paths));
    arrivals.add(['/a.p12']);
    arrivals.add(['/b.p12']);
    await pass();
    arrivals.add(['/c.p12']);
    await pass();
    expect(opened).toEqual([['/a.p12', '/b.p12'], ['/c.p12']]);
  });

  it('are not there when the app is merely started again', async () => {
    const { clock, pass } = heldClock();
    const arrivals = gatherArrivals(clock);
    let calls = 0;
    arrivals.handTo(() => (calls += 1));
    arrivals.add([]);
    await pass();
    expect(calls).toBe(0);
  });
});
