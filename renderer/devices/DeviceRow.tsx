import type { ReactElement } from 'react';
import type { Device } from '../../preload/contract/devices.ts';
import { clockTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { DeviceDrawing } from '../ui/DeviceDrawing.tsx';
import { State } from '../ui/State.tsx';
import { Tick } from '../ui/Tick.tsx';
import { Time } from '../ui/Time.tsx';
import { shapeOf, stateOf } from './device-words.ts';
import css from './DeviceList.module.css';

/** One line of the list. `asOf` is when it was last known, where the portal can't be asked now. */
export function DeviceRow({
  device,
  asOf,
  tick,
}: {
  device: Device;
  asOf: number | null;
  /** The box in place of the drawing, while several devices are being chosen. */
  tick: { isOn: boolean } | null;
}): ReactElement {
  const state = stateOf(device);
  return (
    <>
      {tick ? <Tick isOn={tick.isOn} /> : <DeviceDrawing shape={shapeOf(device)} />}
      <div className={css['who']}>
        <div className={css['name']}>{device.name}</div>
        <div className={css['what']}>{[device.model, device.os].filter(Boolean).join(' · ')}</div>
      </div>
      <div className={css['when']}>
        <div>
          {device.lastCheckIn === null ? (
            t('devices.never-checked-in')
          ) : (
            <Time at={device.lastCheckIn} />
          )}
        </div>
        {asOf === null || state.tone === 'live' ? (
          <State icon={state.icon} tone={state.tone}>
            {state.words}
          </State>
        ) : (
          <State icon="clock" tone="dim">
            {t('devices.as-of', { time: clockTime(asOf) })}
          </State>
        )}
      </div>
    </>
  );
}
