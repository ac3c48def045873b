import type { CommandRecord, DeviceRecord } from '../state.ts';
import { day, hour, minute, seedCommand } from './shapes.ts';

/** The iPhone's fourteen commands: a lock that waits for it, and what came before. */
function iphoneCommands(device: DeviceRecord, now: number): CommandRecord[] {
  const waiting = seedCommand(
    {
      id: 90_100,
      device,
      type: 'LOCK',
      requestedAt: now - 2 * minute,
      state: 'SENT',
      completedAt: null,
      awaitsCheckin: true,
      message: 'Please call +32 9 555 01 42',
    },
    0,
  );
  const checkin = seedCommand(
    { id: 90_101, device, type: 'FORCE_CHECKIN', requestedAt: now - day - 5 * hour },
    9000,
  );
  const cancelled = seedCommand(
    {
      id: 90_102,
      device,
      type: 'UNLOCK',
      requestedAt: now - 19 * day + 4 * hour,
      state: 'CANCELLED',
      sentAt: null,
    },
    6 * minute,
  );
  const earlier = Array.from({ length: 11 }, (_, index) =>
    seedCommand(
      {
        id: 90_103 + index,
        device,
        type: index % 4 === 3 ? 'INSTALL_PROFILE' : 'FORCE_CHECKIN',
        requestedBy: index % 4 === 3 ? 'ADMIN' : 'SELF',
        requestedAt: now - (24 + index * 13) * day - index * 37 * minute,
      },
      4000 + index * 1100,
    ),
  );
  return [waiting, checkin, cancelled, ...earlier];
}

function macCommands(device: DeviceRecord, now: number): CommandRecord[] {
  const locked = { device, type: 'LOCK', requestedAt: now - 5 * day + 5 * hour } as const;
  return [
    seedCommand({ id: 90_120, ...locked }, 3000),
    seedCommand(
      {
        id: 90_121,
        device,
        type: 'FORCE_CHECKIN',
        requestedAt: now - 40 * day,
        state: 'EXPIRED',
      },
      30 * day,
    ),
  ];
}

function ipadCommands(device: DeviceRecord, now: number): CommandRecord[] {
  const took = [11_000, 6000, 8000, 5000, 14_000];
  return took.map((ms, index) =>
    seedCommand(
      {
        id: 90_130 + index,
        device,
        type: index === 1 ? 'LOCK' : 'FORCE_CHECKIN',
        requestedAt: now - (1 + index * 9) * day - 5 * hour,
      },
      ms,
    ),
  );
}

function tabletCommands(device: DeviceRecord, now: number): CommandRecord[] {
  const asked = now - 3 * day - 2 * hour;
  const byAdmin = { device, requestedBy: 'ADMIN' } as const;
  return [
    seedCommand(
      {
        id: 90_140,
        ...byAdmin,
        type: 'SEND_MESSAGE',
        requestedAt: asked - minute,
        message: 'This tablet is lost. Please bring it to gate 2.',
      },
      20_000,
    ),
    seedCommand({ id: 90_141, ...byAdmin, type: 'LOCK', requestedAt: asked }, 41_000),
  ];
}

function pixelCommands(device: DeviceRecord, now: number): CommandRecord[] {
  const failed = { state: 'FAILED', errorCode: 'PasscodeTokenMissing' } as const;
  return [
    seedCommand(
      { id: 90_150, device, type: 'UNLOCK', requestedAt: now - 8 * day, ...failed },
      4000,
    ),
    seedCommand({ id: 90_151, device, type: 'FORCE_CHECKIN', requestedAt: now - 2 * day }, 5000),
  ];
}

/** What was asked of Ines's devices before the demo begins. */
export function inesCommands(devices: DeviceRecord[], now: number): CommandRecord[] {
  const course: Record<string, (device: DeviceRecord, now: number) => CommandRecord[]> = {
    'Ines’s iPhone': iphoneCommands,
    'Ines’s MacBook Pro': macCommands,
    'Ines’s iPad': ipadCommands,
    'Berth 4 tablet': tabletCommands,
    'Pixel 10': pixelCommands,
  };
  return devices.flatMap((device) => course[device.facts.deviceName]?.(device, now) ?? []);
}
