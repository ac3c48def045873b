// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceList } from '../../../../preload/contract/devices.ts';
import {
  followDevices,
  forgetDevices,
  loadDevices,
  mirrorDevices,
  useDevices,
} from '../../../../renderer/devices/devices.store.ts';
import { installPortal, ok } from '../fake-portal.ts';
import { now, phone } from './samples.ts';

const tablet = { ...phone, id: 'd2', name: 'iPad' };
const list: DeviceList = {
  devices: [phone, tablet],
  fetchedAt: now,
  stale: false,
  used: 2,
  limit: 5,
};
const known = () => {
  const { devices } = useDevices.getState();
  return devices.status === 'ready' ? devices.list : null;
};
afterEach(forgetDevices);

describe('the devices that the page knows', () => {
  it('are asked for once, and again only when the person refreshes or they are not fresh', async () => {
    const portal = installPortal({ 'devices.list': () => ok(list) });
    await loadDevices();
    await loadDevices();
    expect(portal.called).toHaveLength(1);
    await loadDevices(true);
    expect(portal.called).toHaveLength(2);
    mirrorDevices({ ...list, stale: true });
    await loadDevices();
    expect(portal.called).toHaveLength(3);
  });

  it('change one by one, and the others stay the same objects', () => {
    const portal = installPortal({});
    mirrorDevices(list);
    const stop = followDevices();
    portal.tell('device.changed', { ...tablet, lostMode: true });
    expect(known()?.devices[0]).toBe(phone);
    expect(known()?.devices[1]).toMatchObject({ id: 'd2', lostMode: true });
    stop();
    portal.tell('device.changed', tablet);
    expect(known()?.devices[1]).toMatchObject({ lostMode: true });
  });
});
