import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Failure } from '../../../../main/failure.ts';
import { createHttp } from '../../../../main/portal/http.ts';
import type { Http } from '../../../../main/portal/http.ts';
import type { Door, Portal } from '../../../../main/portal/portal.ts';
import { openSspDoor } from '../../../../main/portal/ssp/door.ts';
import { certificate, certificateType } from '../../../../preload/contract/certificates.ts';
import { command, commandPage, device } from '../../../../preload/contract/devices.ts';
import { appError } from '../../../../preload/contract/errors.ts';
import { account, portalOptions } from '../../../../preload/contract/session.ts';
import { hastyClock } from '../../../support/features.ts';
import { holdsNonsense, mutationsOf } from '../../../support/mutations.ts';
import { startPortal } from '../../../support/portal.ts';
import type { TestPortal } from '../../../support/portal.ts';
import { silentLog } from '../../../support/silent-log.ts';

const certificatesPath = '/api/v1/ssp/certificate';
const listPage = z.looseObject({ searchResults: z.array(z.unknown()) });

function shorten(answer: unknown): unknown {
  const parsed = z.object({ errors: z.null(), result: listPage }).safeParse(answer);
  if (!parsed.success) return answer;
  const searchResults = parsed.data.result.searchResults.slice(0, 2);
  return { errors: null, result: { ...parsed.data.result, searchResults, totalCount: 2 } };
}

/** So many broken answers to each of the calls; ten thousand in all. */
const runs = 1_000;

const openDoor = (http: Http): Door =>
  openSspDoor({
    http,
    origin: portal.url,
    clock: hastyClock,
    log: silentLog,
    heard: () => undefined,
    ended: () => undefined,
  });

let portal: TestPortal;
let token: string;
const good = new Map<string, string>();
const real = createHttp({
  resolveProxy: () => Promise.resolve('DIRECT'),
  userAgent: 'test',
  trustSystem: () => undefined,
});
const recording: Http = async (request) => {
  const answer = await real(request);
  good.set(request.path, answer.text);
  return answer;
};

const order = { deviceId: '73544', idempotencyKey: 'k', message: 'hello' };
const upload = {
  typeId: '501',
  bytes: new Uint8Array(8),
  fileName: 'a.p12',
  password: 'x',
  idempotencyKey: 'k',
  signal: new AbortController().signal,
  onSent: () => undefined,
};

/** Every call: the path it asks, how it asks, and what the page may get of it. */
const calls: Record<
  string,
  { path: string; ask: (door: Door, portal: Portal) => Promise<unknown>; shape: z.ZodType }
> = {
  facts: {
    path: '/api/v1/ssp/login/options',
    ask: (door) => door.facts(),
    shape: portalOptions.omit({ address: true }),
  },
  account: {
    path: '/api/v1/ssp/account',
    ask: (_door, inside) => inside.account(),
    shape: account,
  },
  allowance: {
    path: '/api/v1/ssp/config',
    ask: (_door, inside) => inside.allowance(),
    shape: z.record(z.string(), z.union([z.number(), z.boolean(), z.null()])),
  },
  devices: {
    path: '/api/v1/ssp/device',
    ask: (_door, inside) => inside.devices(),
    shape: z.array(device),
  },
  device: {
    path: '/api/v1/ssp/device/73541',
    ask: (_door, inside) => inside.device('73541'),
    shape: device,
  },
  commands: {
    path: '/api/v1/ssp/device/73544/command',
    ask: (_door, inside) => inside.commands('73544', 0),
    shape: commandPage,
  },
  lock: {
    path: '/api/v1/ssp/device/lock',
    ask: (_door, inside) => inside.lock(order),
    shape: z.array(command),
  },
  types: {
    path: '/api/v1/ssp/certificate/type',
    ask: (_door, inside) => inside.certificateTypes(),
    shape: z.array(certificateType),
  },
  certificates: {
    path: certificatesPath,
    ask: (_door, inside) => inside.certificates([]),
    shape: z.array(certificate),
  },
  upload: {
    path: certificatesPath,
    ask: (_door, inside) => inside.uploadCertificate(upload),
    shape: z.strictObject({
      id: z.string().min(1).max(128),
      repushed: z.number().int().nonnegative().nullable(),
    }),
  },
};

beforeAll(async () => {
  portal = await startPortal();
  const door = openDoor(recording);
  token = await door.signIn({ username: portal.username, password: portal.password });
  const inside = door.enter(token);
  for (const [name, { ask }] of Object.entries(calls))
    if (name !== 'upload') await ask(door, inside);
  // Two of each are enough to break, and a thousand times quicker than all.
  for (const [path, text] of good) good.set(path, JSON.stringify(shorten(JSON.parse(text))));
  const stored = z.object({ result: listPage }).parse(JSON.parse(good.get(certificatesPath) ?? ''));
  good.set('upload', JSON.stringify({ errors: null, result: stored.result.searchResults[0] }));
});
afterAll(() => portal.close());

describe('answers that are broken in one to three places', () => {
  it.each(Object.keys(calls))(
    'to %s become an error of the contract or a value of the contract, never nonsense',
    async (name) => {
      const call = calls[name];
      const text = good.get(name === 'upload' ? 'upload' : (call?.path ?? '')) ?? '';
      expect(text).toContain('"errors":null');
      await fc.assert(
        fc.asyncProperty(mutationsOf(text), async (broken) => {
          const headers: Record<string, string> = { 'content-type': 'application/json' };
          const http: Http = () =>
            Promise.resolve({ status: 200, text: broken, header: (header) => headers[header] });
          const door = openDoor(http);
          const outcome = await call?.ask(door, door.enter(token)).then(
            (value) => ({ value }),
            (cause: unknown) => ({ cause }),
          );
          if (outcome !== undefined && 'cause' in outcome) {
            const error = outcome.cause instanceof Failure ? outcome.cause.error : outcome.cause;
            return appError.safeParse(error).success;
          }
          return (
            call?.shape.safeParse(outcome?.value).success === true && !holdsNonsense(outcome?.value)
          );
        }),
        { numRuns: runs },
      );
    },
    60_000,
  );
});
