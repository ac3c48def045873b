import type { Command, Device, DeviceList } from '../../preload/contract/devices.ts';
import type { Cache } from '../cache.ts';
import type { Emit } from '../ipc/connect.ts';
import { isFinal } from '../portal/wire/command.ts';

/** The device list as this app last knew it; every change of it goes to the page and to the disk. */
export type KnownDevices = {
  list: () => DeviceList | null;
  find: (id: string) => Device | undefined;
  replace: (list: DeviceList) => DeviceList;
  /** Puts the new state of one device into the list. */
  update: (device: Device) => void;
  /** Marks the list as not fresh: the portal can't be reached. */
  age: () => DeviceList | null;
  /** Commands that may still move, of all devices. */
  pending: () => Command[];
  forget: () => void;
};

/** Starts with what the disk remembers, if that belongs to whoever is signed in. */
export function createKnownDevices(emit: Emit, cache: Cache): KnownDevices {
  let current: DeviceList | null = null;

  function list(): DeviceList | null {
    if (current === null) {
      const cached = cache.devices();
      current = cached === null ? null : { ...cached, stale: true };
    }
    return current;
  }

  function replace(next: DeviceList): DeviceList {
    current = next;
    if (!next.stale) cache.keepDevices(next);
    emit('devices.changed', next);
    return next;
  }

  return {
    list,
    find: (id) => list()?.devices.find((device) => device.id === id),
    replace,
    update: (device) => {
      const known = list();
      if (known === null) return;
      const devices = known.devices.map((other) => (other.id === device.id ? device : other));
      replace({ ...known, devices });
    },
    age: () => {
      const known = list();
      if (known === null || known.stale) return known;
      return replace({ ...known, stale: true });
    },
    pending: () =>
      (list()?.devices ?? [])
        .flatMap((device) => device.pending)
        .filter((command) => !isFinal(command.state)),
    forget: () => {
      current = null;
    },
  };
}
