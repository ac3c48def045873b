import type { ReactElement } from 'react';
import { dateAndTime, exactTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { useNow } from '../ui/clock.ts';
import { ago } from './ago.ts';
import css from './DeviceDetail.module.css';

const dayMs = 86_400_000;

/** When the device last checked in: how long ago, and exactly. `at` in epoch ms, null for never. */
export function LastCheckIn({ at }: { at: number | null }): ReactElement {
  const now = useNow();
  if (at === null)
    return <span className={css['checkIn']}>{t('devices.last-check-in.never')}</span>;
  const exact = dateAndTime(at, now);
  return (
    <time className={css['checkIn']} dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {now - at < 2 * dayMs
        ? t('devices.last-check-in', { relative: ago(at, now), exact })
        : t('devices.last-check-in.plain', { exact })}
    </time>
  );
}
