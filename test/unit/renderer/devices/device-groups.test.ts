import { describe, expect, it } from 'vitest';
import type { Device } from '../../../../preload/contract/devices.ts';
import {
  groupDevices,
  searchFor,
  sortDevices,
} from '../../../../renderer/devices/device-groups.ts';
import type { Filter, Order } from '../../../../renderer/devices/devices-view.store.ts';
import { lock, minute, now, phone } from './samples.ts';

const seen = (id: string, ago: number, more: Partial<Device> = {}): Device => ({
  ...phone,
  id,
  name: id,
  lastCheckIn: now - ago,
  ...more,
});
const all = { query: '', filter: 'all', order: 'last-check-in', locale: 'en' } as const;
const grouped = (
  devices: readonly Device[],
  look: { query: string; filter: Filter; order: Order; locale: string },
) => groupDevices(sortDevices(devices, look), look);
const ids = (groups: ReturnType<typeof groupDevices>): (string | string[])[][] =>
  groups.map((group) => [group.id, group.devices.map(({ id }) => id)]);

describe('the list of devices', () => {
  const devices = [
    seen('old', 40 * 1440 * minute, { inactive: true }),
    seen('late', 9 * minute),
    seen('recent', minute),
    seen('waiting', 600 * minute, { pending: [lock] }),
    seen('never', 0, { lastCheckIn: null, inactive: true }),
  ];

  it('puts a device with a command under way first, and inactive ones last', () => {
    expect(ids(grouped(devices, all))).toEqual([
      ['waiting', ['waiting']],
      ['active', ['recent', 'late']],
      ['inactive', ['old', 'never']],
    ]);
  });

  it('sorts by name as people count: 2 before 10', () => {
    const names = ['Tablet 10', 'Tablet 2', 'ärmel', 'Zoo'].map((name) => seen(name, minute));
    expect(ids(grouped(names, { ...all, order: 'name' }))).toEqual([
      ['active', ['ärmel', 'Tablet 2', 'Tablet 10', 'Zoo']],
    ]);
  });

  it('shows only inactive devices when asked to', () => {
    expect(ids(grouped(devices, { ...all, filter: 'inactive' }))).toEqual([
      ['inactive', ['old', 'never']],
    ]);
  });

  it('leaves no empty heading behind', () => {
    expect(grouped(devices, { ...all, query: 'nothing like it' })).toEqual([]);
  });
});

describe('searching', () => {
  it.each(['iphone', 'INES', 'apple 27.1', 'k9q7', '4473', 'Inés', ''])(
    '"%s" finds it',
    (query) => {
      expect(searchFor(query)({ ...phone, name: 'Inès’s iPhone' })).toBe(true);
    },
  );

  it('needs every word', () => {
    expect(searchFor('iphone galaxy')(phone)).toBe(false);
  });
});
