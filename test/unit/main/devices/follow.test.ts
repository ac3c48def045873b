import { describe, expect, it } from 'vitest';
import { followCommands } from '../../../../main/devices/follow.ts';
import type { KnownDevices } from '../../../../main/devices/known-devices.ts';
import type { Clock } from '../../../../main/clock.ts';
import type { Command } from '../../../../preload/contract/devices.ts';
import { createTold } from '../../../support/told.ts';

const waiting: Command = {
  id: 'c1',
  deviceId: 'd1',
  type: 'lock',
  state: 'sent',
  requestedAt: 0,
  requestedBy: 'self',
  sentAt: 0,
  completedAt: null,
  errorCode: null,
  cancellable: true,
  message: null,
};

const known: KnownDevices = {
  list: () => null,
  find: () => undefined,
  replace: (list) => list,
  update: () => undefined,
  age: () => null,
  pending: () => [waiting],
  forget: () => undefined,
};

/** A clock whose sleeps the test ends by hand. */
function handClock() {
  const sleeps: { ms: number; isCut: () => boolean }[] = [];
  const clock: Clock = {
    now: () => 0,
    elapsed: () => performance.now(),
    random: () => 0.5,
    sleep: (ms, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        sleeps.push({ ms, isCut: () => signal?.aborted === true });
      }),
  };
  return { clock, sleeps };
}

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('following commands', () => {
  it('does not let a new command wait for the slow round of an older one', async () => {
    const { clock, sleeps } = handClock();
    const follower = followCommands(known, createTold().emit, clock, () => null);
    follower.follow();
    expect(sleeps.at(-1)?.ms).toBe(2000);
    follower.follow();
    await settle();
    expect(sleeps[0]?.isCut()).toBe(true);
    expect(sleeps.at(-1)?.ms).toBe(2000);
    follower.stop();
    expect(sleeps.at(-1)?.isCut()).toBe(true);
  });
});
