import { geoMercator, geoPath } from 'd3-geo';
import { knownCities } from './nearest-city.ts';
import type { City, Place } from './nearest-city.ts';
import { regionOf } from './world.ts';
import type { Box, World } from './world.ts';

/** What part of the world is looked at: its middle, its size in px, and how many px a degree of longitude takes. */
export type View = { middle: Place; width: number; height: number; perDegree: number };
export type Mark = { at: number; words: string };
export type Label = { city: City; x: number; y: number; isLeft: boolean };

/** A map ready to be drawn: SVG paths and places in px. */
export type Sheet = {
  land: string;
  coast: string;
  borders: string;
  meridians: Mark[];
  parallels: Mark[];
  labels: Label[];
  scale: { px: number; km: number };
};

const kmPerDegree = 111.32;
/** How far a sheet is drawn over its edges, px: lets the coast's lines run out, and the map be dragged. */
export const bleed = 60;

function projectionOf({ middle, width, height, perDegree }: View) {
  return geoMercator()
    .center([middle.longitude, middle.latitude])
    .scale((perDegree * 180) / Math.PI)
    .translate([width / 2, height / 2])
    .clipExtent([
      [-bleed, -bleed],
      [width + bleed, height + bleed],
    ]);
}

/** Where a place lies on the sheet, px from its upper left corner. */
export function placeOn(view: View, { longitude, latitude }: Place): [number, number] {
  return projectionOf(view)([longitude, latitude]) ?? [NaN, NaN];
}

/** Which place lies there on the sheet. */
export function placeAt(view: View, x: number, y: number): Place {
  const [longitude = 0, latitude = 0] = projectionOf(view).invert?.([x, y]) ?? [];
  return { longitude, latitude };
}

/** How many px a kilometre takes at the height of a place: Mercator stretches towards the poles. */
export function pxPerKm({ perDegree }: Pick<View, 'perDegree'>, latitude: number): number {
  return perDegree / (kmPerDegree * Math.cos((latitude * Math.PI) / 180));
}

/** Degrees between two lines, so that they stand at least 110 px apart. */
export function gridStep(perDegree: number): number {
  const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];
  return steps.find((step) => step * perDegree >= 110) ?? 30;
}

/** A round number of km that is at most 120 px long. */
export function scaleBar(pxKm: number): { px: number; km: number } {
  const lengths = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
  const km = lengths.findLast((one) => one * pxKm <= 120) ?? 0.1;
  return { km, px: km * pxKm };
}

/** `3.5° E`, with as many decimals as the step needs. */
function degrees(value: number, step: number, [positive, negative]: [string, string]): string {
  const decimals = step < 0.1 ? 2 : step < 1 ? 1 : 0;
  const side = value === 0 ? '' : ` ${value > 0 ? positive : negative}`;
  return `${Math.abs(value).toFixed(decimals)}°${side}`;
}

function between(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toFixed(4)));
}

/** The names that have room, the largest first; none over the device itself or the name beside it. */
function labelsOf(view: View, device: Place): Label[] {
  const { width, height, perDegree } = view;
  const least = perDegree < 12 ? 3 : perDegree < 60 ? 2 : 1;
  const taken: Box[] = [];
  const [x0, y0] = placeOn(view, device);
  taken.push([x0 - 12, y0 - 24, x0 + 110, y0 + 12]);
  // The scale stands in the lower left corner.
  taken.push([0, height - 60, 170, height]);
  const north = placeAt(view, 0, 0).latitude;
  const south = placeAt(view, 0, height).latitude;
  return knownCities
    .filter(({ rank, latitude }) => rank >= least && latitude >= south && latitude <= north)
    .toSorted((a, b) => b.rank - a.rank)
    .flatMap((city) => {
      const [x, y] = placeOn(view, city);
      if (!(x > 8 && x < width - 8 && y > 12 && y < height - 40)) return [];
      const long = city.name.length * 7.5 + 14;
      for (const isLeft of [false, true]) {
        const box: Box = isLeft ? [x - long, y - 9, x + 4, y + 9] : [x - 4, y - 9, x + long, y + 9];
        const isFree =
          box[0] > 0 &&
          box[2] < width &&
          taken.every(
            (other) =>
              box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1],
          );
        if (isFree) {
          taken.push(box);
          return [{ city, x, y, isLeft }];
        }
      }
      return [];
    });
}

/** Draws the part of the world that a view shows, with room for a device and the name beside it. */
export function drawSheet(world: World, view: View, device: Place = view.middle): Sheet {
  const { width, height, perDegree, middle } = view;
  const corner = placeAt(view, -bleed, -bleed);
  const opposite = placeAt(view, width + bleed, height + bleed);
  // A view that is wider than the world comes round again.
  const isWhole = (width + 2 * bleed) / perDegree >= 360 || corner.longitude > opposite.longitude;
  const [west, east] = isWhole ? [-180, 180] : [corner.longitude, opposite.longitude];
  const region = regionOf(world, [west, opposite.latitude, east, corner.latitude]);
  const path = geoPath(projectionOf(view)).digits(1);
  const step = gridStep(perDegree);
  return {
    land: region.land.map((country) => path(country) ?? '').join(''),
    coast: path(region.coast) ?? '',
    borders: path(region.borders) ?? '',
    meridians: between(west, east, step).map((longitude) => ({
      at: placeOn(view, { longitude, latitude: middle.latitude })[0],
      words: degrees(longitude, step, ['E', 'W']),
    })),
    parallels: between(opposite.latitude, corner.latitude, step).map((latitude) => ({
      at: placeOn(view, { longitude: middle.longitude, latitude })[1],
      words: degrees(latitude, step, ['N', 'S']),
    })),
    labels: labelsOf(view, device),
    scale: scaleBar(pxPerKm(view, middle.latitude)),
  };
}
