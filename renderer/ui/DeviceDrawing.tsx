import type { ReactElement } from 'react';
import { deviceShapes } from './device-shapes.tsx';
import css from './DeviceDrawing.module.css';

export type DeviceShape = keyof typeof deviceShapes;

/** Where the lock stands on each drawing: the middle of its screen. */
const screens: Record<DeviceShape, readonly [x: number, y: number]> = {
  iphone: [32, 35.5],
  'android-phone': [32, 35.5],
  ipad: [32, 34.5],
  'android-tablet': [32, 34.5],
  macbook: [32, 30],
  'windows-laptop': [32, 28.5],
  chromebook: [32, 28.5],
  desktop: [32, 26.5],
};

/**
 * A device as a line drawing. `lock` tells the truth of a Lock command: dashed while it is only requested,
 * solid when the device has obeyed.
 */
export function DeviceDrawing({
  shape,
  size = 36,
  lock = null,
}: {
  shape: DeviceShape;
  /** Edge in px. Fine strokes are left out at 36. */
  size?: 36 | 72 | 104;
  lock?: 'requested' | 'done' | null;
}): ReactElement {
  const [x, y] = screens[shape];
  return (
    <svg className={css['device']} data-size={size} viewBox="0 0 64 64" aria-hidden="true">
      {deviceShapes[shape]}
      {lock && (
        <g className={css['lock']} data-lock={lock}>
          <path d={`M${x - 5} ${y - 4}h10v8h-10z`} />
          <path d={`M${x - 3} ${y - 4}v-3.5a3 3 0 0 1 6 0v3.5`} />
        </g>
      )}
    </svg>
  );
}
