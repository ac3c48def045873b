import type { Device } from '../../preload/contract/devices.ts';
import type { Cache } from '../cache.ts';
import type { HeldFiles } from '../files/files.ts';
import type { Names } from './stories.ts';

/** The names as the lists that were last known have them; a file's own name, while it is held. */
export function createNames(
  cache: Pick<Cache, 'devices' | 'certificates'>,
  files: Pick<HeldFiles, 'get'>,
): Names {
  const device = (id: string): Device | undefined =>
    cache.devices()?.devices.find((one) => one.id === id);
  return {
    device: (id) => device(id)?.name,
    certificate: (id) => cache.certificates()?.certificates.find((one) => one.id === id)?.name,
    certificateType: (id) => cache.certificates()?.types.find((one) => one.id === id)?.name,
    file: (id) => {
      try {
        return files.get(id).name;
      } catch {
        return undefined;
      }
    },
    isRetirement: (deviceId, commandId) =>
      device(deviceId)?.pending.some(({ id, type }) => id === commandId && type === 'retire') ===
      true,
  };
}
