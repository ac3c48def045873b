/** A window's place in the display's pixels. */
export type Bounds = { x: number; y: number; width: number; height: number };

/** First size, and the least at which every page is whole. */
export const defaultSize = { width: 1120, height: 760 } as const;
export const minimumSize = { width: 880, height: 600 } as const;

/** So much of the title bar must be on a display for a person to get hold of the window. */
const grip = { width: 120, height: 32 };

const overlap = (startA: number, sizeA: number, startB: number, sizeB: number): number =>
  Math.min(startA + sizeA, startB + sizeB) - Math.max(startA, startB);

/**
 * Where to open the window: where it was, if that is still on a display, and no larger than that display; otherwise in
 * the middle of the first.
 *
 * @param saved the last place, or null at the first start
 * @param workAreas the displays that exist now, the primary one first
 * @returns bounds that can be seen; without x and y the system centres the window
 */
export function visibleBounds(
  saved: Bounds | null,
  workAreas: readonly Bounds[],
): Bounds | { width: number; height: number } {
  if (saved === null) return { ...defaultSize };
  const width = Math.max(minimumSize.width, saved.width);
  const height = Math.max(minimumSize.height, saved.height);
  const fitted = (area: Bounds | undefined): { width: number; height: number } => ({
    width: Math.min(width, area?.width ?? width),
    height: Math.min(height, area?.height ?? height),
  });
  const seenOn = workAreas.find(
    (area) =>
      overlap(saved.x, width, area.x, area.width) >= grip.width &&
      overlap(saved.y, grip.height, area.y, area.height) >= grip.height,
  );
  if (seenOn === undefined) return fitted(workAreas[0]);
  // On two displays at once it may be as wide as both.
  const isAcross = workAreas.filter((area) => overlap(saved.x, width, area.x, area.width) > 0);
  const size = isAcross.length > 1 ? { width, height } : fitted(seenOn);
  return { x: saved.x, y: saved.y, ...size };
}
