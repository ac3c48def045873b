import type { Device, DeviceList } from '../../preload/contract/devices.ts';

/** The list with the new state of one of its devices. */
export function withDevice(list: DeviceList, device: Device): DeviceList {
  const devices = list.devices.map((other) => (other.id === device.id ? device : other));
  return { ...list, devices };
}
