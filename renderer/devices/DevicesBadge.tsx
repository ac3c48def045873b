import type { ReactElement } from 'react';
import { number } from '../text/format.ts';
import { NavBadge } from '../ui/NavBadge.tsx';
import { useDevices } from './devices.store.ts';

/** How many devices there are, beside the page's name in the navigation. */
export function DevicesBadge(): ReactElement | null {
  const count = useDevices(({ devices }) =>
    devices.status === 'ready' ? devices.list.devices.length : null,
  );
  return count === null ? null : <NavBadge count={number(count)} />;
}
