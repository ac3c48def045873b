// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceGroup } from '../../../../renderer/devices/device-groups.ts';
import { useDevicesView } from '../../../../renderer/devices/devices-view.store.ts';
import { firstRows, useGrowingRows } from '../../../../renderer/devices/use-growing-rows.ts';
import type { ShownDevices } from '../../../../renderer/devices/use-shown-devices.ts';
import { phone } from './samples.ts';

const first = useDevicesView.getState();
afterEach(() => {
  cleanup();
  useDevicesView.setState(first, true);
});

const devices = Array.from({ length: 10_000 }, (_, at) => ({ ...phone, id: `d-${at}` }));
const groups: DeviceGroup[] = [
  { id: 'waiting', devices: devices.slice(0, 2) },
  { id: 'active', devices: devices.slice(2) },
];
const shown = (chosen: number): ShownDevices => ({
  groups,
  count: devices.length,
  chosen: devices.slice(chosen, chosen + 1),
});
const rowsOf = (some: readonly DeviceGroup[]): number =>
  some.reduce((sum, group) => sum + group.devices.length, 0);
const scrolledTo = (scrollTop: number) => ({
  currentTarget: { scrollTop, clientHeight: 600, scrollHeight: 17_000 },
});

describe('a list of ten thousand devices', () => {
  it('begins with some hundred rows, and holds more as it is scrolled towards its end', () => {
    const { result } = renderHook(() => useGrowingRows(shown(0)));
    expect(rowsOf(result.current.groups)).toBe(300);
    act(() => result.current.onScroll(scrolledTo(1000)));
    expect(rowsOf(result.current.groups)).toBe(300);
    act(() => result.current.onScroll(scrolledTo(15_000)));
    expect(rowsOf(result.current.groups)).toBe(600);
  });

  it('begins anew with another search', () => {
    const { result } = renderHook(() => useGrowingRows(shown(0)));
    act(() => result.current.onScroll(scrolledTo(15_000)));
    act(() => useDevicesView.setState({ query: 'ghent' }));
    expect(rowsOf(result.current.groups)).toBe(300);
  });

  it('holds the device that is shown, wherever it stands', () => {
    const { result } = renderHook(() => useGrowingRows(shown(4000)));
    expect(result.current.groups.flatMap((group) => group.devices)).toContain(devices[4000]);
  });
});

describe('the first rows', () => {
  it('stay in their groups, and leave out a group that has none', () => {
    expect(firstRows(groups, 1).map(({ id }) => id)).toEqual(['waiting']);
    expect(firstRows(groups, 5).map((group) => group.devices.length)).toEqual([2, 3]);
  });
});
