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

/** Tells of a device whether every word of the query stands in its name, model, OS or serial numbers. */
export function searchFor(query: string): (device: Device) => boolean {
  const words = plain(query).split(/\s+/u).filter(Boolean);
  return (device) => words.every((word) => wordsOf(device).includes(word));
}

/** Whether the filter lets a device through. */
export function passes(device: Device, filter: Filter): boolean {
  return filter === 'all' || device.inactive === (filter === 'inactive');
}

/** The devices in the order that was chosen. */
export function sortDevices(
  devices: readonly Device[],
  { order, locale }: { order: Order; locale: string },
): readonly Device[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return devices.toSorted((a, b) =>
    order === 'name'
      ? compare(a.name, b.name)
      : (b.lastCheckIn ?? 0) - (a.lastCheckIn ?? 0) || compare(a.name, b.name),
  );
}

/**
 * What search and filter leave of a list that is in order, in its groups: devices with a command under way, then
 * active ones, then inactive ones. Empty groups are left out.
 */
export function groupDevices(
  sorted: readonly Device[],
  { query, filter }: { query: string; filter: Filter },
): readonly DeviceGroup[] {
  const isFound = searchFor(query);
  const groups: Record<GroupId, Device[]> = { waiting: [], active: [], inactive: [] };
  for (const device of sorted) {
    if (!passes(device, filter) || !isFound(device)) continue;
    groups[device.pending.length > 0 ? 'waiting' : device.inactive ? 'inactive' : 'active'].push(
      device,
    );
  }
  return (['waiting', 'active', 'inactive'] as const)
    .map((id) => ({ id, devices: groups[id] }))
    .filter((group) => group.devices.length > 0);
}
