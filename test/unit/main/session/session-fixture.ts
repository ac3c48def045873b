import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Input } from '../../../../preload/contract.ts';
import type { Session } from '../../../../preload/contract/session.ts';
import { createTestFeatures } from '../../../support/features.ts';
import type { TestFeatures, TestWishes } from '../../../support/features.ts';
import { startPortal } from '../../../support/portal.ts';
import type { TestPortal } from '../../../support/portal.ts';
import { startSwitchboard } from '../../../portal/switchboard.ts';
import type { Switchboard } from '../../../portal/switchboard.ts';

/** A portal behind a switchboard, new for each test, and the apps that the test opens. */
export type SessionFixture = {
  portal: () => TestPortal;
  line: () => Switchboard;
  open: (wishes?: TestWishes) => TestFeatures;
  /** The same app, started again. */
  reopen: (app: TestFeatures) => TestFeatures;
  credentials: (more?: Partial<Input<'session.signIn'>>) => Input<'session.signIn'>;
};

/** Sets the fixture up for every test of a file. */
export function prepareSessions(): SessionFixture {
  let portal: TestPortal;
  let line: Switchboard;
  const apps: TestFeatures[] = [];
  beforeEach(async () => {
    portal = await startPortal();
    line = await startSwitchboard({ portal: portal.url });
  });
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close();
    await line.close();
    await portal.close();
  });
  const open = (wishes: TestWishes = {}): TestFeatures => {
    const app = createTestFeatures(wishes);
    apps.push(app);
    return app;
  };
  return {
    portal: () => portal,
    line: () => line,
    open,
    reopen: ({ directory, keytar }) => {
      const app = open({ directory, keytar });
      app.features.start();
      return app;
    },
    credentials: (more = {}) => ({
      address: line.url,
      username: portal.username,
      password: portal.password,
      keepSignedIn: true,
      ...more,
    }),
  };
}

/** The session as a page that starts now would see it. */
export async function sessionOf(app: TestFeatures): Promise<Session> {
  return (await app.call('app.snapshot', undefined)).session;
}

/** Its status alone. */
export const statusOf = async (app: TestFeatures): Promise<string> => (await sessionOf(app)).status;

/** The text of every file in a folder and below. */
export function everythingIn(directory: string): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

/** An answer in which every `key` has another value. */
export function withValue(answer: unknown, key: string, value: unknown): unknown {
  const changed: unknown = JSON.parse(
    JSON.stringify(answer, (name, before: unknown) => (name === key ? value : before)),
  );
  return changed;
}
