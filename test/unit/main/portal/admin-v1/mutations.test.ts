import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Failure } from '../../../../../main/failure.ts';
import { openAdminDoor } from '../../../../../main/portal/admin-v1/door.ts';
import type { Http } from '../../../../../main/portal/http.ts';
import type { Portal } from '../../../../../main/portal/portal.ts';
import { command, device } from '../../../../../preload/contract/devices.ts';
import { appError } from '../../../../../preload/contract/errors.ts';
import { account } from '../../../../../preload/contract/session.ts';
import { vendorAccount, vendorDevice } from '../../../../support/admin-v1-samples.ts';
import { alice, partition } from '../../../../support/admin-v1-server.ts';
import { hastyClock } from '../../../../support/features.ts';
import { holdsNonsense, mutationsOf } from '../../../../support/mutations.ts';
import { silentLog } from '../../../../support/silent-log.ts';

const runs = 500;
const envelope = (result: unknown): string => JSON.stringify({ errors: null, result });
const pageOf = (searchResults: unknown[]) => ({
  searchResults,
  totalCount: searchResults.length,
  offset: 0,
  limit: 500,
});
const headers: Record<string, string> = { 'content-type': 'application/json' };
const answered = (text: string) => ({ status: 200, text, header: (name: string) => headers[name] });

/** What a good portal answers, by path. */
const good: Record<string, string> = {
  '/api/v1/metadata/tenant': envelope({ defaultDmPartitionId: Number(partition) }),
  '/api/v1/account': envelope(pageOf([vendorAccount(4711, alice.username, 'Alice Example')])),
  '/api/v1/device': envelope(pageOf([vendorDevice(123), vendorDevice(124)])),
  '/api/v1/device/123': envelope(vendorDevice(123)),
  '/api/v1/device/lock': envelope(1),
  '/api/v1/device/forceCheckin': envelope(pageOf([vendorDevice(123)])),
};

const idempotencyKey = 'k';
const calls: [string, (portal: Portal) => Promise<unknown>, z.ZodType][] = [
  ['/api/v1/metadata/tenant', (portal) => portal.devices(), z.array(device)],
  ['/api/v1/account', (portal) => portal.account(), account],
  ['/api/v1/account', (portal) => portal.devices(), z.array(device)],
  ['/api/v1/device', (portal) => portal.devices(), z.array(device)],
  ['/api/v1/device/123', (portal) => portal.device('123'), device],
  [
    '/api/v1/device/lock',
    (portal) => portal.lock({ deviceId: '123', idempotencyKey }),
    z.array(command),
  ],
  [
    '/api/v1/device/forceCheckin',
    (portal) => portal.forceCheckIn({ deviceIds: ['123'], idempotencyKey }),
    z.array(command),
  ],
];

describe('answers of the vendor’s API that are broken in one to three places', () => {
  it.each(calls)(
    'at %s become an error or a value of the contract',
    async (path, ask, shape) => {
      expect(good[path]).toContain('"errors":null');
      await fc.assert(
        fc.asyncProperty(mutationsOf(good[path] ?? ''), async (broken) => {
          const http: Http = (request) =>
            Promise.resolve(answered(request.path === path ? broken : (good[request.path] ?? '')));
          const door = openAdminDoor({
            http,
            origin: 'https://portal.acme.example',
            clock: hastyClock,
            log: silentLog,
            heard: () => undefined,
            ended: () => undefined,
          });
          const basic = Buffer.from(`${alice.username}:${alice.password}`).toString('base64');
          const outcome = await ask(door.enter(`Basic ${basic}`)).then(
            (value) => ({ value }),
            (cause: unknown) => ({ cause }),
          );
          if ('cause' in outcome) {
            const error = outcome.cause instanceof Failure ? outcome.cause.error : outcome.cause;
            return appError.safeParse(error).success;
          }
          return shape.safeParse(outcome.value).success && !holdsNonsense(outcome.value, broken);
        }),
        { numRuns: runs },
      );
    },
    60_000,
  );
});
