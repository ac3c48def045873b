import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deviceList } from '../../preload/contract/devices.ts';
import type { DeviceList } from '../../preload/contract/devices.ts';
import type { BodyChange, Fault } from '../portal/faults.ts';
import { startWitness } from '../portal/witness.ts';
import { rejectionOf } from '../support/failures.ts';
import { holdsNonsense } from '../support/mutations.ts';
import { isSignedIn, prepareBadDay } from './bad-day.ts';

/* security.md section 6, "Network and portal": answers that nobody can read, or that nobody should. */

const { app, line, good, refresh } = prepareBadDay();

/** What a person sees after a fault of the list, and whether they are still signed in. */
async function after(fault: Fault): Promise<{ list: DeviceList; signedIn: boolean }> {
  line().fault(fault, { call: 'devices', times: 9 });
  return { list: await refresh(), signedIn: await isSignedIn(app()) };
}

/** The good list, and that it is old. */
const oldList = () => ({ list: { ...good(), stale: true }, signedIn: true });

const wirePage = z.object({
  result: z.looseObject({ searchResults: z.array(z.record(z.string(), z.unknown())) }),
});

/** Changes every device in the portal's answer. */
function everyDevice(change: (device: Record<string, unknown>) => unknown): Fault {
  return {
    kind: 'json',
    change: (answer) => {
      const { result } = wirePage.parse(answer);
      return {
        errors: null,
        result: { ...result, searchResults: result.searchResults.map(change) },
      };
    },
  };
}

function everyText(value: unknown, hostile: string): unknown {
  if (typeof value === 'string') return hostile;
  if (Array.isArray(value)) return value.map((item: unknown) => everyText(item, hostile));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, everyText(inner, hostile)]),
  );
}

describe('an answer that can not be read', () => {
  it.each<BodyChange>(['truncated', 'malformed', 'empty', 'wrong-charset'])(
    '(%s) leaves the old list as it was',
    async (change) => {
      expect(await after({ kind: 'body', change })).toEqual(oldList());
    },
  );

  it('because a key stands in it twice means what JSON says it means', async () => {
    line().fault({ kind: 'body', change: 'duplicated-key' }, { call: 'devices' });
    expect((await refresh()).devices).toHaveLength(good().devices.length);
  });

  it.each(['text/plain', 'text/html', 'application/octet-stream'])(
    'because it is %s leaves the old list as it was',
    async (type) => {
      expect(await after({ kind: 'content-type', type })).toEqual(oldList());
    },
  );

  it('because it is a sign-in page leaves the old list as it was', async () => {
    expect(await after({ kind: 'html-login' })).toEqual(oldList());
  });

  it('and that is about one thing only is an error for that one thing', async () => {
    line().fault({ kind: 'body', change: 'truncated' }, { call: 'commands' });
    const asking = app().call('devices.commands', { deviceId: '73541', start: 0 });
    expect((await rejectionOf(asking)).code).toBe('invalid-response');
  });
});

describe('an answer that is too much', () => {
  it.each<[string, Fault]>([
    ['30 MB', { kind: 'huge', bytes: 30_000_000, chunked: false }],
    ['30 MB without a length', { kind: 'huge', bytes: 30_000_000, chunked: true }],
    ['a compression bomb of 50 MB', { kind: 'gzip-bomb', bytes: 50_000_000 }],
    ['10,000 brackets', { kind: 'deep', levels: 10_000 }],
  ])(
    '(%s) leaves the old list as it was',
    async (_what, fault) => {
      expect(await after(fault)).toEqual(oldList());
    },
    60_000,
  );

  it('because it says that there are a million devices ends all the same', async () => {
    line().fault(
      {
        kind: 'json',
        change: (answer) => {
          const { result } = wirePage.parse(answer);
          return { errors: null, result: { ...result, totalCount: 1_000_000 } };
        },
      },
      { call: 'devices', times: 10_000 },
    );
    const { devices } = await refresh();
    expect(new Set(devices.map(({ id }) => id)).size).toBe(good().devices.length);
  });
});

describe('hostile text', () => {
  it.each([
    ['script', '<img src=x onerror=alert(1)>'],
    ['bidi', '\u202eenohPi s’secilA\u202c'],
    ['NUL', 'a\u0000b'],
    ['20 kB', 'x'.repeat(20_000)],
    ['half a letter', '\ud83d'],
    ['right to left', 'מכשיר'],
    ['prototype', '__proto__'],
  ])('(%s) arrives as plain text, clean and cut', async (_what, hostile) => {
    line().fault(
      everyDevice((device) => {
        const { id, ...rest } = device;
        return {
          ...Object.fromEntries(
            Object.entries(rest).map(([key, value]) => [key, everyText(value, hostile)]),
          ),
          id,
        };
      }),
      { call: 'devices' },
    );
    const list = deviceList.parse(await refresh());
    expect(list.devices).toHaveLength(good().devices.length);
    expect(holdsNonsense(list)).toBe(false);
    expect(JSON.stringify(list)).not.toMatch(/\\u0000|\u202e|\\ud83d"/u);
  });
});

describe('an answer of another version', () => {
  it('with fields that nobody knows, and without those that everybody has, works', async () => {
    line().fault(
      everyDevice(({ id }) => ({ id, hologram: { on: true } })),
      { call: 'devices' },
    );
    const { devices, stale } = await refresh();
    expect(stale).toBe(false);
    expect(devices.map(({ id }) => id)).toEqual(good().devices.map(({ id }) => id));
    expect(devices[0]).toMatchObject({
      platform: 'unknown',
      state: 'other',
      connectivity: 'unknown',
    });
  });

  it('with one device that is no device shows the others', async () => {
    let count = 0;
    line().fault(
      everyDevice((device) => {
        count += 1;
        return count === 1 ? null : device;
      }),
      { call: 'devices' },
    );
    expect((await refresh()).devices).toHaveLength(good().devices.length - 1);
  });
});

describe('an answer that points elsewhere', () => {
  it.each([301, 302, 303, 307, 308] as const)(
    '(%i) is not followed, and nothing goes there',
    async (status) => {
      const witness = await startWitness();
      line().fault(
        { kind: 'redirect', to: `${witness.url}/api/v1/ssp/device`, status },
        { times: 9 },
      );
      const asking = app().call('devices.commands', { deviceId: '73541', start: 0 });
      expect(await rejectionOf(asking)).toEqual({
        code: 'redirected',
        host: new URL(witness.url).host,
      });
      const order = app().call('devices.lock', { deviceId: '73544' });
      expect((await rejectionOf(order)).code).toBe('redirected');
      expect(witness.seen()).toEqual([]);
      await witness.close();
    },
  );

  it('back to itself is not followed round and round', async () => {
    line().fault(
      { kind: 'redirect', to: `${line().url}/api/v1/ssp/device`, status: 302 },
      { call: 'devices', times: 9 },
    );
    const before = line().count('devices');
    expect(await refresh()).toMatchObject({ stale: true });
    expect(line().count('devices')).toBe(before + 1);
  });
});

describe('a portal whose clock is a day off', () => {
  it.each([-86_400_000, 86_400_000])('by %i ms signs nobody out', async (skewMs) => {
    line().fault({ kind: 'clock', skewMs }, { times: 99 });
    expect(await refresh()).toMatchObject({ stale: false });
    expect(await refresh()).toMatchObject({ stale: false });
    expect(await isSignedIn(app())).toBe(true);
    // The person is told which way the clock is off, and that it is right again.
    const told = app().told.of('clock.skewed').at(-1);
    expect(Math.abs((told?.aheadMs ?? 0) + skewMs)).toBeLessThan(60_000);
    line().clear();
    await refresh();
    expect(app().told.of('clock.skewed').at(-1)).toBeNull();
  });
});
