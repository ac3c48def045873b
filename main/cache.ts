import { join } from 'node:path';
import { z } from 'zod';
import { certificateList } from '../preload/contract/certificates.ts';
import type { CertificateList } from '../preload/contract/certificates.ts';
import { deviceList } from '../preload/contract/devices.ts';
import type { Device, DeviceList } from '../preload/contract/devices.ts';
import { account } from '../preload/contract/session.ts';
import { withDevice } from './devices/with-device.ts';
import { expectedError } from './errors.ts';
import type { Log } from './log.ts';
import type { Notices } from './notices.ts';
import { readDispensable, storedFileState } from './files/stored-file.ts';
import type { OpenStoredFile } from './files/stored-file.ts';

const maxBytes = 64 * 1_048_576;
/** So long a whole list waits for the disk, in ms: the page gets it first. */
const soon = 500;
/** So long the change of one device may wait for the disk, in ms: it is written with the whole list. */
const gathering = 10_000;

/** The contract's own shapes: they have no room for a secret or for a place on the map. */
const lastKnown = z.strictObject({
  version: z.literal(1),
  origin: z.string().max(512),
  account,
  tenantName: z.string().max(512).nullable(),
  devices: deviceList.nullable(),
  certificates: certificateList.nullable(),
});
type LastKnown = z.infer<typeof lastKnown>;
type Owner = Pick<LastKnown, 'origin' | 'account' | 'tenantName'>;

/** The last good answers of one portal to one person, for when it can't be reached. */
export type Cache = {
  /** Who the answers belong to; null when there are none. */
  owner: () => Owner | null;
  devices: () => DeviceList | null;
  certificates: () => CertificateList | null;
  /** Starts keeping answers for this person; those of another are forgotten. */
  openFor: (owner: Owner) => void;
  /** Known at once, and on the disk a moment later: the person does not wait for that. */
  keepDevices: (list: DeviceList) => void;
  /** Puts the new state of one device into the list; on the disk with the next write, or some seconds later. */
  keepDevice: (device: Device) => void;
  /** As `keepDevices`. */
  keepCertificates: (list: CertificateList) => void;
  /** Forgets everything, on disk too. */
  clear: () => void;
  /** Writes what still waits for the disk, because the app ends. */
  close: () => void;
};

export type CacheOptions = {
  directory: string;
  openFile: OpenStoredFile;
  notices: Notices;
  log: Log;
};

/**
 * Keeps the last good answers in `last-known.json`. A file that can't be read is worth nothing and is written
 * over; one that can't be written costs the offline view and nothing else.
 */
export function openCache({ directory, openFile, notices, log }: CacheOptions): Cache {
  const path = join(directory, 'last-known.json');
  const file = openFile(path, 'compact');
  let waiting: NodeJS.Timeout | undefined;

  let known = readDispensable(path, { file, schema: lastKnown, maxBytes, log });

  function write(): void {
    clearTimeout(waiting);
    waiting = undefined;
    try {
      file.write(known ?? {});
    } catch (cause) {
      log.warn('cache not written', { cause });
      if (expectedError(cause)?.code === 'disk-full') notices.raise('disk-full');
    }
  }

  function keep(next: LastKnown | null): void {
    known = next;
    write();
  }

  function keepSoon(next: LastKnown): void {
    known = next;
    clearTimeout(waiting);
    waiting = setTimeout(write, soon).unref();
  }

  return {
    owner: () => known,
    devices: () => known?.devices ?? null,
    certificates: () => known?.certificates ?? null,
    openFor: (owner) => {
      const isSame =
        known?.origin === owner.origin && known.account.username === owner.account.username;
      const answers = isSame && known !== null ? known : { devices: null, certificates: null };
      const { devices, certificates } = answers;
      keep({ version: 1, ...owner, devices, certificates });
    },
    keepDevices: (devices) => {
      if (known !== null) keepSoon({ ...known, devices });
    },
    keepDevice: (device) => {
      if (known === null || known.devices === null) return;
      known = { ...known, devices: withDevice(known.devices, device) };
      waiting ??= setTimeout(write, gathering).unref();
    },
    keepCertificates: (certificates) => {
      if (known !== null) keepSoon({ ...known, certificates });
    },
    clear: () => {
      clearTimeout(waiting);
      waiting = undefined;
      if (storedFileState(path, maxBytes) === 'none') known = null;
      else keep(null);
    },
    close: () => {
      if (waiting !== undefined) write();
    },
  };
}
