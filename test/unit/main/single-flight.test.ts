import { describe, expect, it } from 'vitest';
import { createSingleFlight } from '../../../main/single-flight.ts';

describe('single flight', () => {
  it('sends one request for two who ask at once, and another for who asks after the answer', async () => {
    const flight = createSingleFlight<number>();
    let sent = 0;
    const send = async (): Promise<number> => (sent += 1);
    expect(await Promise.all([flight.join(send), flight.join(send)])).toEqual([1, 1]);
    expect(await flight.join(send)).toBe(2);
  });

  it('tells everyone who waited that it failed, and lets the next one try again', async () => {
    const flight = createSingleFlight<string>();
    const fail = (): Promise<string> => Promise.reject(new Error('away'));
    const both = await Promise.allSettled([flight.join(fail), flight.join(fail)]);
    expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    expect(await flight.join(async () => 'back')).toBe('back');
  });

  it('does not give the answer of a session that ended to who signs in next', async () => {
    const flight = createSingleFlight<string>();
    const { promise, resolve } = Promise.withResolvers<string>();
    const first = flight.join(() => promise);
    flight.forget();
    const second = flight.join(async () => 'hers');
    resolve('his');
    expect(await Promise.all([first, second])).toEqual(['his', 'hers']);
  });
});
