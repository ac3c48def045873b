import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestFeatures } from '../../../support/features.ts';
import type { TestFeatures } from '../../../support/features.ts';
import { startPortal } from '../../../support/portal.ts';
import type { TestPortal } from '../../../support/portal.ts';
import { startSwitchboard } from '../../../portal/switchboard.ts';
import type { Switchboard } from '../../../portal/switchboard.ts';
import { statusOf } from './session-fixture.ts';

let demo: TestPortal;
let line: Switchboard;
let app: TestFeatures;
let shift: number;
beforeEach(async () => {
  shift = 0;
  demo = await startPortal({ now: () => Date.now() + shift });
  line = await startSwitchboard({ portal: demo.url });
  const { username, password, close } = demo;
  const startDemoPortal = () => Promise.resolve({ url: line.url, username, password, close });
  app = createTestFeatures({ startDemoPortal });
  await app.call('session.tryDemo', undefined);
});
afterEach(async () => {
  await app.close();
  await line.close();
  await demo.close();
});

it('whoever tries the demo is never asked for a password that nobody has told them', async () => {
  shift = 360_000;
  line.fault({ kind: 'clock', skewMs: shift }, { times: 999 });
  await app.call('devices.list', { refresh: true });
  await app.call('devices.unlock', { deviceId: '73545' });
  expect([line.count('reauthenticate'), line.count('unlock')]).toEqual([1, 1]);
});

it('a password that was chosen in the demo still lets one in again', async () => {
  const newPassword = 'Correct-Horse-7-Battery';
  await app.call('account.changePassword', { currentPassword: 'whatever', newPassword });
  await app.call('session.signOut', undefined);
  await app.call('session.tryDemo', undefined);
  expect(await statusOf(app)).toBe('signed-in');
});
