import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import { expectedError } from '../errors.ts';
import { failure, isFailure } from '../failure.ts';
import type { Log } from '../log.ts';
import { readAnswer, readResult } from './answer.ts';
import type { Http, HttpRequest } from './http.ts';
import { openPortalTime } from './portal-time.ts';
import type { PortalTime } from './portal-time.ts';
import { createRequestPause } from './request-pause.ts';
import type { RequestPause } from './request-pause.ts';

/** One question to a portal; ids are put into the path with `segment`. */
type Question = Omit<HttpRequest, 'origin' | 'token' | 'method'> & {
  method?: HttpRequest['method'];
  /** The path without ids, for the log. */
  route: string;
};

/** Questions and answers with one portal, by one person or by nobody yet. */
export type Exchange = {
  /** A GET. Repeated up to three times when the portal stumbles. */
  read: <T>(schema: z.ZodType<T>, question: Question) => Promise<T>;
  /** Anything that may change something: leaves exactly once. */
  send: <T>(
    schema: z.ZodType<T>,
    question: Question & { method: 'POST' | 'PUT' | 'DELETE' },
  ) => Promise<T>;
  /** The portal's clock, epoch ms. */
  now: () => number;
};

export type ExchangeOptions = {
  http: Http;
  origin: string;
  token?: string;
  clock: Clock;
  log: Log;
  /** Told of every outcome: null when the portal answered, whatever it said; else why it did not. */
  heard: (failed: unknown) => void;
  /** Told of every request that was refused because the session of the token is over, or its password too old. */
  ended?: (because: 'expired' | 'password-expired') => void;
  /** Fires when nobody wants the answers any more. */
  signal?: AbortSignal;
  /** Shared by all exchanges with this portal; its own where there is none. */
  time?: PortalTime;
  pause?: RequestPause;
};

/** Waits that a read does by itself; a longer one is the person's to see. */
const patience = 2_000;
const delays = [400, 1_200, 3_000];

/** Failures that say nothing about whether a portal can be reached. */
const saidByPortal = [
  'signed-out',
  'bad-credentials',
  'password-expired',
  'account-locked',
  'tenant-suspended',
  'reauth-required',
  'forbidden',
  'not-found',
  'conflict',
  'rate-limited',
  'portal-failed',
  'invalid-response',
  'refused',
  'too-large',
] as const;

/**
 * Puts an id into a path as one segment, whatever stands in it.
 *
 * @throws Failure `invalid-input` for dots alone, which would climb out of the path
 */
export function segment(id: string): string {
  if (/^\.+$/u.test(id)) throw failure('invalid-input', { field: 'id' });
  return encodeURIComponent(id);
}

function joined(first?: AbortSignal, second?: AbortSignal): { signal?: AbortSignal } {
  const signals = [first, second].filter((signal) => signal !== undefined);
  return signals.length === 0 ? {} : { signal: AbortSignal.any(signals) };
}

/** Opens an exchange with one origin, and one token or none. */
export function openExchange(options: ExchangeOptions): Exchange {
  const { http, origin, clock, log, heard } = options;
  const { time = openPortalTime(clock), pause: rest = createRequestPause(clock) } = options;

  async function once<T>(schema: z.ZodType<T>, question: Question): Promise<T> {
    const { route, ...request } = question;
    const method = request.method ?? 'GET';
    const paused = method === 'GET' ? null : route;
    rest.demandOver(paused);
    const started = clock.now();
    try {
      const answer = await http({
        ...request,
        method,
        origin,
        ...(options.token === undefined ? {} : { token: options.token }),
        ...joined(options.signal, request.signal),
      });
      time.heard(answer.header('date'));
      const took = clock.now() - started;
      log.info('portal', { method, route, status: answer.status, took });
      const result = readResult(schema, readAnswer(answer, origin, time.now()));
      heard(null);
      return result;
    } catch (cause) {
      const error = expectedError(cause);
      if (error?.code === 'rate-limited') rest.ask(paused, error.retryAfterMs ?? 0);
      log.warn('portal', {
        method,
        route,
        code: error?.code ?? 'unexpected',
        took: clock.now() - started,
      });
      heard(isFailure(cause, ...saidByPortal) ? null : cause);
      if (error?.code === 'signed-out') options.ended?.('expired');
      if (error?.code === 'password-expired') options.ended?.('password-expired');
      throw cause;
    }
  }

  /** How long to wait before asking again, in ms; null when asking again is no use. */
  function pause(cause: unknown, attempt: number): number | null {
    if (!isFailure(cause)) return null;
    const { code, reason, retryAfterMs = 0 } = cause.error;
    if (code === 'rate-limited')
      return attempt === 0 && retryAfterMs <= patience ? retryAfterMs : null;
    // A portal that says when it will be back is not asked before.
    if (retryAfterMs > patience) return null;
    const tries = code === 'portal-failed' ? 3 : code === 'portal-unreachable' ? 1 : 0;
    if (attempt >= tries || reason === 'not-connected') return null;
    return (delays[attempt] ?? patience) * (0.75 + clock.random() / 2);
  }

  return {
    now: time.now,
    send: once,
    read: async (schema, question) => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await once(schema, question);
        } catch (cause) {
          const ms = pause(cause, attempt);
          if (ms === null) throw cause;
          const { signal } = joined(options.signal, question.signal);
          await clock.sleep(ms, signal).catch(() => Promise.reject(failure('cancelled')));
        }
      }
    },
  };
}
