import { useState } from 'react';
import type { DeviceGroup } from './device-groups.ts';
import { useDevicesView } from './devices-view.store.ts';
import type { ShownDevices } from './use-shown-devices.ts';

/** So many rows come into the list at a time; it costs the same whether hundreds or thousands follow. */
const rowsAtOnce = 300;
/** How far the list is scrolled, in px. */
type Scrolled = Pick<HTMLElement, 'scrollTop' | 'clientHeight' | 'scrollHeight'>;

/** Px before its end at which the list grows. */
const beforeEnd = 3000;

/**
 * The rows that the list holds now: enough for what is in sight and what comes next, and more as the person scrolls
 * towards the end. Even a row that is not drawn has its price in a list box, and ten thousand took seconds.
 */
export function useGrowingRows(shown: ShownDevices): {
  groups: readonly DeviceGroup[];
  onScroll: (event: { currentTarget: Scrolled }) => void;
} {
  const { query, filter, order } = useDevicesView();
  const view = `${filter} ${order} ${query}`;
  const [grown, setGrown] = useState({ view, count: rowsAtOnce });
  // Another search begins at the top, and with few rows again.
  const wanted = grown.view === view ? grown.count : rowsAtOnce;
  const first = shown.chosen[0];
  const all = shown.groups.flatMap(({ devices }) => devices);
  const place = first === undefined || wanted >= shown.count ? -1 : all.indexOf(first);
  const count = Math.max(wanted, place + rowsAtOnce / 2);
  return {
    groups: count >= shown.count ? shown.groups : firstRows(shown.groups, count),
    onScroll: ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
      if (count < shown.count && scrollTop + clientHeight > scrollHeight - beforeEnd) {
        setGrown({ view, count: count + rowsAtOnce });
      }
    },
  };
}

/** As many rows as `count`, in their groups; a group that has none of them is left out. */
export function firstRows(groups: readonly DeviceGroup[], count: number): DeviceGroup[] {
  let left = count;
  return groups.flatMap((group) => {
    const devices = group.devices.slice(0, Math.max(0, left));
    left -= devices.length;
    return devices.length === 0 ? [] : [{ ...group, devices }];
  });
}
