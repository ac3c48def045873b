import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../main/clock.ts';
import { failure } from '../../../../main/failure.ts';
import { watchReachability } from '../../../../main/session/reachability.ts';
import type { ReachabilityWatch } from '../../../../main/session/reachability.ts';
import { createTold } from '../../../support/told.ts';

/** A watch over a portal that answers the knock number `opensAt`. */
function open(opensAt: number) {
  const told = createTold();
  const slept: number[] = [];
  const clock: Clock = {
    now: () => 42,
    sleep: (ms, signal) => {
      slept.push(ms);
      return signal?.aborted === true ? Promise.reject(new Error('aborted')) : Promise.resolve();
    },
    elapsed: () => performance.now(),
    random: () => 0.5,
  };
  const watch: ReachabilityWatch = watchReachability(told.emit, clock);
  const controller = new AbortController();
  let knocks = 0;
  watch.watch(() => {
    knocks += 1;
    // As the session does: answers count only as long as somebody is signed in.
    if (!controller.signal.aborted)
      watch.heard(knocks >= opensAt ? null : failure('portal-unreachable'));
    return Promise.resolve();
  }, controller.signal);
  return { watch, told, slept, controller, knocks: () => knocks };
}

const states = (told: ReturnType<typeof createTold>): string[] =>
  told.of('reachability.changed').map(({ state }) => state);

describe('a portal that can not be reached', () => {
  it('is asked after 2, 4, 8 ... 60 seconds until it answers, and then no more', async () => {
    const { watch, told, slept, knocks } = open(8);
    watch.heard(failure('portal-unreachable'));
    await expect.poll(() => watch.current().state).toBe('online');
    expect(slept).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(knocks()).toBe(8);
    expect(states(told)).toEqual(['unreachable', 'online']);
  });

  it('is asked by one only, however many requests fail', async () => {
    const { watch, knocks } = open(1);
    for (let i = 0; i < 10; i += 1) watch.heard(failure('timeout'));
    await expect.poll(() => watch.current().state).toBe('online');
    expect(knocks()).toBe(1);
  });

  it('tells once when it is back, and since when it was away', async () => {
    const { watch, told } = open(3);
    let returns = 0;
    watch.onReturn(() => {
      returns += 1;
    });
    watch.heard(failure('offline'));
    expect(watch.current()).toEqual({ state: 'offline', since: 42 });
    await expect.poll(() => watch.current().state).toBe('online');
    expect(returns).toBe(1);
    expect(told.of('reachability.changed').at(-1)).toEqual({ state: 'online', since: null });
  });

  it('is of no interest to who is signed out', async () => {
    const { watch, controller, knocks } = open(1_000);
    watch.heard(failure('offline'));
    controller.abort();
    watch.forget();
    const before = knocks();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(knocks() - before).toBeLessThanOrEqual(1);
    expect(watch.current().state).toBe('online');
  });
});

describe('a portal that says no', () => {
  it('or a person who cancels says nothing about the way there', () => {
    const { watch, told } = open(1);
    watch.heard(null);
    watch.heard(failure('cancelled'));
    watch.heard(new TypeError('a bug'));
    expect(states(told)).toEqual([]);
  });
});
