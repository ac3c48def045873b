import type { Command, Device, DeviceList } from '../../preload/contract/devices.ts';
import type { Cache } from '../cache.ts';
import type { Emit } from '../ipc/connect.ts';
import { isFinal } from '../portal/wire/command.ts';
import { withDevice } from './with-device.ts';

/** The device list as this app last knew it; every change of it goes to the disk and, unless it has asked, to the page. */
export type KnownDevices = {
  list: () => DeviceList | null;
  find: (id: string) => Device | undefined;
  /** Takes over a whole list; with `isAnswer` the page gets it as the answer to its call, and not a second time. */
  replace: (list: DeviceList, isAnswer: boolean) => DeviceList;
  /** Puts the new state of one device into the list; the page is told of that one. */
  update: (device: Device) => void;
  /** Marks the list as not fresh: the portal can't be reached. `isAnswer` as above. */
  age: (isAnswer: boolean) => DeviceList | null;
  /** Commands that may still move, of all devices. */
  pending: () => Command[];
  forget: () => void;
};

/**
 * Starts with what the disk remembers, if that belongs to whoever is signed in.
 *
 * @param onList told of every list that the portal has just given, or changed a device of
 */
export function createKnownDevices(
  emit: Emit,
  cache: Cache,
  onList: (list: DeviceList) => void,
): KnownDevices {
  let current: DeviceList | null = null;

  function list(): DeviceList | null {
    if (current === null) {
      const cached = cache.devices();
      current = cached === null ? null : { ...cached, stale: true };
    }
    return current;
  }

  function replace(next: DeviceList, isAnswer: boolean): DeviceList {
    current = next;
    if (!next.stale) cache.keepDevices(next);
    if (!isAnswer) emit('devices.changed', next);
    if (!next.stale) onList(next);
    return next;
  }

  return {
    list,
    find: (id) => list()?.devices.find((device) => device.id === id),
    replace,
    update: (device) => {
      const known = list();
      if (known === null) return;
      current = withDevice(known, device);
      if (!current.stale) cache.keepDevice(device);
      emit('device.changed', device);
      if (!current.stale) onList(current);
    },
    age: (isAnswer) => {
      const known = list();
      if (known === null || known.stale) return known;
      return replace({ ...known, stale: true }, isAnswer);
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
