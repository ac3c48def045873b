export type Point = readonly [x: number, y: number];

/** Depth of each cut, 0 to 4: the first hexadecimal digits of a fingerprint, modulo 5. */
export function cutDepths(fingerprint: string, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => {
    const digit = Number.parseInt(fingerprint[place] ?? '0', 16);
    return Number.isNaN(digit) ? 0 : digit % 5;
  });
}

/**
 * The outline of the cuts: flat lands joined by 45 degree ramps, beginning and ending at depth 0.
 * `start` is the x of the first land, `pitch` the width of a land, `step` the height of one depth, all in px.
 */
export function cutOutline(
  depths: readonly number[],
  { start, pitch, step }: { start: number; pitch: number; step: number },
): readonly Point[] {
  const points: Point[] = [];
  let previous = 0;
  depths.forEach((depth, place) => {
    const height = depth * step;
    const edge = start + place * pitch;
    const ramp = Math.abs(height - previous) / 2;
    points.push([edge - ramp, previous], [edge + ramp, height]);
    previous = height;
  });
  const end = start + depths.length * pitch;
  points.push([end - previous / 2, previous], [end + previous / 2, 0]);
  return points;
}

/** Points as the middle of an SVG path, moved down by `dy`. */
export function pathOf(points: readonly Point[], dy: number): string {
  return points.map(([x, y]) => `${x.toFixed(1)} ${(y + dy).toFixed(1)}`).join('L');
}
