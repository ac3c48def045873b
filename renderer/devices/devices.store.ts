import { create } from 'zustand';
import type { Command, Device, DeviceList } from '../../preload/contract/devices.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { call, on } from '../portal.ts';

/** The person's devices as main last told them; a failed reading leaves what was known. */
export type Devices =
  | { status: 'loading' }
  | { status: 'ready'; list: DeviceList; isRefreshing: boolean }
  | { status: 'failed'; error: AppError };

export const useDevices = create<{ devices: Devices }>(() => ({ devices: { status: 'loading' } }));

/** Reads the list; with `refresh` main asks the portal instead of answering from what it knows. */
export async function loadDevices(refresh = false): Promise<void> {
  const { devices: before } = useDevices.getState();
  // Main tells of every change: what is here already need not come once more.
  if (!refresh && before.status === 'ready' && !before.list.stale) return;
  useDevices.setState({
    devices: before.status === 'ready' ? { ...before, isRefreshing: true } : { status: 'loading' },
  });
  const answer = await call('devices.list', { refresh });
  const { devices: now } = useDevices.getState();
  if (answer.ok) mirrorDevices(answer.value);
  else if (now.status === 'ready') {
    useDevices.setState({ devices: { ...now, isRefreshing: false } });
  } else useDevices.setState({ devices: { status: 'failed', error: answer.error } });
}

/** Takes over a list that main has told. */
export function mirrorDevices(list: DeviceList): void {
  useDevices.setState({ devices: { status: 'ready', list, isRefreshing: false } });
}

/** Takes over one device of the list. */
export function mirrorDevice(device: Device): void {
  change((known) => (known.id === device.id ? device : known));
}

/** Shows commands as waiting on their devices at once, before main tells the devices anew. */
export function addPending(commands: readonly Command[]): void {
  const waiting = commands.filter(
    ({ completedAt, state }) => completedAt === null && state !== 'failed',
  );
  change((device) => {
    const mine = waiting.filter(
      (command) =>
        command.deviceId === device.id && device.pending.every(({ id }) => id !== command.id),
    );
    return mine.length === 0 ? device : { ...device, pending: [...device.pending, ...mine] };
  });
}

function change(replace: (device: Device) => Device): void {
  const { devices } = useDevices.getState();
  if (devices.status !== 'ready') return;
  const list = { ...devices.list, devices: devices.list.devices.map(replace) };
  useDevices.setState({ devices: { ...devices, list } });
}

/** Listens to what main tells of devices; the function that comes back stops it. */
export function followDevices(): () => void {
  const stops = [on('devices.changed', mirrorDevices), on('device.changed', mirrorDevice)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Forgets every device, because nobody is signed in. */
export function forgetDevices(): void {
  useDevices.setState({ devices: { status: 'loading' } });
}
