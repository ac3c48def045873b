import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Clock } from '../../../../main/clock.ts';
import { failure } from '../../../../main/failure.ts';
import { openExchange, segment } from '../../../../main/portal/exchange.ts';
import type { Exchange, ExchangeOptions } from '../../../../main/portal/exchange.ts';
import type { HttpAnswer } from '../../../../main/portal/http.ts';
import { failureOf, rejectionOf } from '../../../support/failures.ts';
import { silentLog } from '../../../support/silent-log.ts';

type Said =
  | { status?: number; code?: string; headers?: Record<string, string> }
  | 'reset'
  | 'refused-connection';

const start = Date.UTC(2026, 10, 22);

function answer({ status = 200, code, headers = {} }: Exclude<Said, string>): HttpAnswer {
  const errors = code === undefined ? null : { globalErrors: [{ code }], fieldErrors: null };
  const all: Record<string, string> = { 'content-type': 'application/json', ...headers };
  return { status, text: JSON.stringify({ errors, result: 1 }), header: (name) => all[name] };
}

/** An exchange whose portal says these things, one after the other, and whose clock does not tick by itself. */
function open(script: Said[], more: Partial<ExchangeOptions> = {}) {
  let now = start;
  const slept: number[] = [];
  const asked: string[] = [];
  const heard: unknown[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    elapsed: () => performance.now(),
    random: () => 0.5,
  };
  const exchange: Exchange = openExchange({
    origin: 'https://portal.acme.example',
    clock,
    log: silentLog,
    heard: (failed) => heard.push(failed),
    http: ({ method, path }) => {
      asked.push(`${method} ${path}`);
      const said = script.shift() ?? {};
      if (said === 'reset') return Promise.reject(failure('portal-unreachable'));
      if (said === 'refused-connection')
        return Promise.reject(failure('portal-unreachable', { reason: 'not-connected' }));
      return Promise.resolve(answer(said));
    },
    ...more,
  });
  const read = () => exchange.read(z.number(), { path: '/x', route: '/x' });
  const send = () => exchange.send(z.number(), { method: 'PUT', path: '/x', route: '/x' });
  return { exchange, read, send, slept, asked, heard, pass: (ms: number) => (now += ms) };
}

describe('a read', () => {
  it('is repeated three times while the portal stumbles, further and further apart', async () => {
    const { read, slept, asked } = open([{ status: 500 }, { status: 502 }, { status: 503 }, {}]);
    expect(await read()).toBe(1);
    expect(asked).toHaveLength(4);
    expect(slept).toEqual([400, 1_200, 3_000]);
  });

  it('that fails four times has failed', async () => {
    const { read, asked } = open([
      { status: 500 },
      { status: 500 },
      { status: 500 },
      { status: 500 },
      {},
    ]);
    expect((await rejectionOf(read())).code).toBe('portal-failed');
    expect(asked).toHaveLength(4);
  });

  it('over a line that broke is repeated once, and without a connection not at all', async () => {
    const broken = open(['reset', 'reset', {}]);
    expect((await rejectionOf(broken.read())).code).toBe('portal-unreachable');
    expect(broken.asked).toHaveLength(2);
    const refused = open(['refused-connection', {}]);
    expect((await rejectionOf(refused.read())).code).toBe('portal-unreachable');
    expect(refused.asked).toHaveLength(1);
  });

  it.each([
    [401, 'SessionExpired'],
    [403, 'ActionNotAllowed'],
    [404, 'NotFound'],
    [409, 'CommandPending'],
    [400, 'Range'],
  ])('that the portal refuses (%i) is not repeated', async (status, code) => {
    const { read, asked } = open([{ status, code }, {}]);
    await rejectionOf(read());
    expect(asked).toHaveLength(1);
  });
});

describe('what changes something', () => {
  it.each([
    { status: 500 },
    { status: 503 },
    'reset',
    { status: 429, headers: { 'retry-after': '1' } },
  ] as const)('leaves once, whatever comes back: %j', async (said) => {
    const { send, asked } = open([said, {}]);
    await rejectionOf(send());
    expect(asked).toHaveLength(1);
  });
});

describe('a portal that is asked too often', () => {
  it('is not asked before its time, by anybody', async () => {
    const { read, send, asked, pass } = open([
      { status: 429, headers: { 'retry-after': '60' } },
      {},
    ]);
    expect(await rejectionOf(read())).toEqual({ code: 'rate-limited', retryAfterMs: 60_000 });
    pass(20_000);
    expect(await rejectionOf(send())).toEqual({ code: 'rate-limited', retryAfterMs: 40_000 });
    expect(asked).toHaveLength(1);
    pass(40_001);
    expect(await read()).toBe(1);
  });

  it('for a second is waited for', async () => {
    const { read, slept } = open([{ status: 429, headers: { 'retry-after': '1' } }, {}]);
    expect(await read()).toBe(1);
    expect(slept).toEqual([1_000]);
  });
});

describe('an exchange', () => {
  it('knows the portal’s clock', async () => {
    const date = new Date(start + 86_400_000).toUTCString();
    const { exchange, read } = open([{ headers: { date } }]);
    expect(exchange.now()).toBe(start);
    await read();
    expect(exchange.now()).toBe(start + 86_400_000);
  });

  it('tells whether the portal was heard, whatever it said', async () => {
    const { read, heard } = open([{}, { status: 404, code: 'NotFound' }, 'refused-connection']);
    await read();
    await rejectionOf(read());
    await rejectionOf(read());
    expect(heard.slice(0, 2)).toEqual([null, null]);
    expect(heard[2]).toMatchObject({ error: { code: 'portal-unreachable' } });
  });

  it('tells that the session is over', async () => {
    let ended = 0;
    const { read } = open(
      [
        { status: 401, code: 'SessionExpired' },
        { status: 403, code: 'x' },
      ],
      {
        token: 't0ken',
        ended: () => {
          ended += 1;
        },
      },
    );
    await rejectionOf(read());
    await rejectionOf(read());
    expect(ended).toBe(1);
  });

  it('does not let an id climb out of its path', () => {
    expect(segment('a/b?c#d')).toBe('a%2Fb%3Fc%23d');
    expect(failureOf(() => segment('..')).code).toBe('invalid-input');
  });
});
