import { afterEach, beforeEach } from 'vitest';
import type { DeviceList } from '../../preload/contract/devices.ts';
import { startSwitchboard } from '../portal/switchboard.ts';
import type { Switchboard } from '../portal/switchboard.ts';
import { createTestFeatures } from '../support/features.ts';
import type { TestFeatures } from '../support/features.ts';
import { createConscience } from './conscience.ts';
import { startPortal } from '../support/portal.ts';
import type { TestPortal } from '../support/portal.ts';

/** Somebody signed in, with a good list of devices, and a switchboard between them and the portal. */
export type BadDay = {
  app: () => TestFeatures;
  portal: () => TestPortal;
  line: () => Switchboard;
  /** The list as it was fetched before anything went wrong. */
  good: () => DeviceList;
  refresh: () => Promise<DeviceList>;
};

/** Prepares the day for every test of a file. */
export function prepareBadDay(): BadDay {
  let portal: TestPortal;
  let line: Switchboard;
  let app: TestFeatures;
  let good: DeviceList;
  let inspectLine: () => void;
  beforeEach(async () => {
    portal = await startPortal();
    line = await startSwitchboard({ portal: portal.url });
    const { called, examine } = createConscience();
    inspectLine = () => examine(line.requests());
    const features = createTestFeatures();
    app = {
      ...features,
      call: (name, input) => {
        called(name);
        return features.call(name, input);
      },
    };
    const { username, password } = portal;
    await app.call('session.signIn', { address: line.url, username, password, keepSignedIn: true });
    good = await app.call('devices.list', { refresh: true });
  });
  afterEach(async () => {
    await app.close();
    inspectLine();
    await line.close();
    await portal.close();
  });
  return {
    app: () => app,
    portal: () => portal,
    line: () => line,
    good: () => good,
    refresh: () => app.call('devices.list', { refresh: true }),
  };
}

/** Somebody is still signed in: no fault of a network is a sign-out. */
export const isSignedIn = async (app: TestFeatures): Promise<boolean> =>
  (await app.call('app.snapshot', undefined)).session.status === 'signed-in';
