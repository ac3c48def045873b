import { afterEach, beforeEach } from 'vitest';
import type { Clock } from '../../../../../main/clock.ts';
import { createHttp } from '../../../../../main/portal/http.ts';
import { openPortalDoor } from '../../../../../main/portal/door.ts';
import type { Door, Portal } from '../../../../../main/portal/portal.ts';
import { alice, startAdminServer } from '../../../../support/admin-v1-server.ts';
import type { AdminServer } from '../../../../support/admin-v1-server.ts';
import { hastyClock } from '../../../../support/features.ts';
import { silentLog } from '../../../../support/silent-log.ts';

/** A server of the vendor's API, new for each test, and the client in front of it. */
export type AdminFixture = {
  server: () => AdminServer;
  door: () => Door;
  /** Alice, signed in. */
  enter: () => Promise<Portal>;
  /** Moves the client's clock on, ms. */
  pass: (ms: number) => void;
  /** `METHOD /path` of every request so far. */
  paths: () => string[];
};

/** Sets the fixture up for every test of a file. */
export function prepareAdmin(): AdminFixture {
  let server: AdminServer;
  let passed = 0;
  const http = createHttp({
    resolveProxy: () => Promise.resolve('DIRECT'),
    userAgent: 'test',
    trustSystem: () => undefined,
  });
  const clock: Clock = { ...hastyClock, now: () => Date.now() + passed };
  beforeEach(async () => {
    passed = 0;
    server = await startAdminServer();
  });
  afterEach(() => server.close());
  const door = (): Door =>
    openPortalDoor({
      http,
      origin: server.origin,
      clock,
      log: silentLog,
      heard: () => undefined,
      ended: () => undefined,
    });
  return {
    server: () => server,
    door,
    enter: async () => {
      const entrance = door();
      await entrance.facts(alice.username);
      const { token } = await entrance.signIn(alice);
      return entrance.enter(token);
    },
    pass: (ms) => {
      passed += ms;
    },
    paths: () => server.requests.map(({ method, path }) => `${method} ${path}`),
  };
}
