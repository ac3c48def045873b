import type { Device } from '../../preload/contract/devices.ts';
import type { Filter, Order } from './devices-view.store.ts';

export type GroupId = 'waiting' | 'active' | 'inactive';
export type DeviceGroup = { id: GroupId; devices: readonly Device[] };

/** Letters that a search compares: without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** What a search looks through, worked out once for each device: thousands of them are searched at every key. */
const searched = new WeakMap<Device, string>();

function wordsOf(device: Device): string {
  const known = searched.get(device);
  if (known !== undefined) return known;
  const { name, model, manufacturer, os, identifiers } = device;
  const { serial, imei, phoneNumber, wifiMac } = identifiers;
  const words = plain(
    [name, model, manufacturer, os, serial, imei, phoneNumber, wifiMac].filter(Boolean).join(' '),
  );
  searched.set(device, words);
  return words;
}

/** Whether every word of the query stands in the device's name, model, OS or serial numbers. */
export function matches(device: Device, query: string): boolean {
  return plain(query)
    .split(/\s+/u)
    .every((word) => wordsOf(device).includes(word));
}

/** Whether the filter lets a device through. */
export function passes(device: Device, filter: Filter): boolean {
  return filter === 'all' || device.inactive === (filter === 'inactive');
}

/**
 * The list in its groups: devices with a command under way, then active ones, then inactive ones, each in the
 * order that was chosen. Empty groups are left out.
 */
export function groupDevices(
  devices: readonly Device[],
  { query, filter, order, locale }: { query: string; filter: Filter; order: Order; locale: string },
): readonly DeviceGroup[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const shown = devices
    .filter((device) => passes(device, filter) && matches(device, query))
    .sort((a, b) =>
      order === 'name'
        ? compare(a.name, b.name)
        : (b.lastCheckIn ?? 0) - (a.lastCheckIn ?? 0) || compare(a.name, b.name),
    );
  const groupOf = (device: Device): GroupId =>
    device.pending.length > 0 ? 'waiting' : device.inactive ? 'inactive' : 'active';
  return (['waiting', 'active', 'inactive'] as const)
    .map((id) => ({ id, devices: shown.filter((device) => groupOf(device) === id) }))
    .filter((group) => group.devices.length > 0);
}
