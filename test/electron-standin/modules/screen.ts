import type { Point, Rectangle, Screen } from 'electron';
import { guarded, guardedEmitter } from '../core/guard.ts';

type Shown = Pick<
  ReturnType<Screen['getPrimaryDisplay']>,
  'id' | 'bounds' | 'workArea' | 'workAreaSize' | 'size' | 'scaleFactor' | 'rotation' | 'internal'
>;

const SIZE = { width: 1280, height: 800 };
const AREA: Rectangle = { x: 0, y: 0, ...SIZE };

const display: Shown = guarded('Display', {
  id: 1,
  bounds: AREA,
  workArea: AREA,
  workAreaSize: SIZE,
  size: SIZE,
  scaleFactor: 1,
  rotation: 0,
  internal: false,
});

/** Electron's `screen`: one display of 1280 x 800. */
class StandinScreen extends guardedEmitter('screen') {
  getPrimaryDisplay(): Shown {
    return display;
  }
  getAllDisplays(): Shown[] {
    return [display];
  }
  getDisplayMatching(_area: Rectangle): Shown {
    return display;
  }
  getDisplayNearestPoint(_point: Point): Shown {
    return display;
  }
  getCursorScreenPoint(): Point {
    return { x: 0, y: 0 };
  }
}

/** The one `screen`. */
export const screen = new StandinScreen();
