import { screen } from 'electron';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { visibleBounds } from './window-bounds.ts';
import type { Bounds } from './window-bounds.ts';

/** Where a window is when it is not maximised, and whether it is. */
export type Place = { bounds: Bounds | null; isMaximized: boolean };

/** The displays' areas without taskbars and docks, the primary one first. */
const workAreas = (): Bounds[] => [
  screen.getPrimaryDisplay().workArea,
  ...screen.getAllDisplays().map(({ workArea }) => workArea),
];

/** Where a window is opened: where it was, as far as that can be seen now. */
export function openingPlace({ bounds }: Place): BrowserWindowConstructorOptions {
  return visibleBounds(bounds, workAreas());
}

/**
 * Keeps a window in sight while displays come and go, and its place beyond its end.
 *
 * @param save told the place when the window closes
 */
export function keepPlace(window: BrowserWindow, save: (place: Place) => void): void {
  const bringBack = (): void => {
    const areas = workAreas();
    const size = visibleBounds(window.getNormalBounds(), areas);
    const [area] = areas;
    if ('x' in size || area === undefined) return;
    const x = area.x + Math.round((area.width - size.width) / 2);
    const y = area.y + Math.round((area.height - size.height) / 2);
    window.setBounds({ x, y, ...size });
  };
  screen.on('display-removed', bringBack);
  window.once('closed', () => screen.off('display-removed', bringBack));
  window.on('close', () =>
    save({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
}
