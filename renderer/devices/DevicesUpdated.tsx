import type { ReactElement } from 'react';
import { clockTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { useDevices } from './devices.store.ts';

/** When the list was last read, for the status strip. */
export function DevicesUpdated(): ReactElement | null {
  const at = useDevices(({ devices }) =>
    devices.status === 'ready' ? devices.list.fetchedAt : null,
  );
  return at === null ? null : <>{t('strip.updated', { time: clockTime(at) })}</>;
}
