import { useDeferredValue, useMemo } from 'react';
import type { Device } from '../../preload/contract/devices.ts';
import { formatLocale } from '../text/text.ts';
import { groupDevices, sortDevices } from './device-groups.ts';
import type { DeviceGroup } from './device-groups.ts';
import { useDevicesView } from './devices-view.store.ts';

export type ShownDevices = {
  groups: readonly DeviceGroup[];
  count: number;
  /** The devices whose detail is shown: those chosen, else the first of the list (none while several are chosen). */
  chosen: readonly Device[];
};

/** The devices as the person looks at them now: searched, filtered, grouped, and which of them are chosen. */
export function useShownDevices(devices: readonly Device[]): ShownDevices {
  const { query: typed, filter, order, chosen, isSeveral } = useDevicesView();
  const query = useDeferredValue(typed);
  const locale = formatLocale();
  // Thousands are put in order once, and not at every key of a search.
  const sorted = useMemo(() => sortDevices(devices, { order, locale }), [devices, order, locale]);
  const groups = useMemo(() => groupDevices(sorted, { query, filter }), [sorted, query, filter]);
  return useMemo(() => {
    const shown = groups.flatMap((group) => group.devices);
    const wanted = new Set(chosen);
    const found = devices.filter(({ id }) => wanted.has(id));
    return {
      groups,
      count: shown.length,
      chosen: found.length > 0 || isSeveral ? found : shown.slice(0, 1),
    };
  }, [devices, groups, chosen, isSeveral]);
}
