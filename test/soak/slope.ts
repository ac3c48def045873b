/** A quantity over time: `at` in ms since the start. */
export type Point = { at: number; value: number };

/** What a line through the points says. */
export type Slope = {
  /** By which the quantity grows in an hour. */
  perHour: number;
  /** By which the line grew from the first point to the last. */
  growth: number;
  /** Share of the scatter that the line explains, 0 to 1 (r²). */
  fit: number;
};

const hour = 3_600_000;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The part of a run in which everything has been loaded once: without its first quarter. */
export function settled(points: readonly Point[]): Point[] {
  const end = points.at(-1)?.at ?? 0;
  return points.filter(({ at }) => at >= end / 4);
}

/** The straight line of least squares through the points; flat where there are fewer than three. */
export function slopeOf(points: readonly Point[]): Slope {
  if (points.length < 3) return { perHour: 0, growth: 0, fit: 0 };
  const middleAt = mean(points.map(({ at }) => at));
  const middle = mean(points.map(({ value }) => value));
  let both = 0;
  let times = 0;
  let values = 0;
  for (const { at, value } of points) {
    both += (at - middleAt) * (value - middle);
    times += (at - middleAt) ** 2;
    values += (value - middle) ** 2;
  }
  const rise = times === 0 ? 0 : both / times;
  const lasted = (points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0);
  return {
    perHour: rise * hour,
    growth: rise * lasted,
    fit: times === 0 || values === 0 ? 0 : both ** 2 / (times * values),
  };
}

/**
 * Is this a leak and not a wave? It grew by more than what the quantity swings by anyway, steeply, and steadily.
 *
 * @param limit `perHour` above which a steady growth is one; `least` growth below which nothing can be said
 */
export function isLeak(
  { perHour, growth, fit }: Slope,
  limit: { perHour: number; least: number },
): boolean {
  return perHour > limit.perHour && growth > limit.least && fit > 0.6;
}
