import { geoArea } from 'd3-geo';
import type { Feature, Geometry, MultiLineString, Polygon as GeoPolygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon,
  Polygon,
  Topology,
} from 'topojson-specification';

type Named = { name: string };
type Country = Polygon<Named> | MultiPolygon<Named>;
/** A piece of land: a country's main part, or one of its islands. */
type Piece = { outline: Polygon<Named>; shape: Feature<Geometry, Named>; box: Box };
type WorldTopology = Topology<{ countries: GeometryCollection<Named> }>;

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** The part of the world that a sheet shows. */
export type Region = {
  land: Feature<Geometry, Named>[];
  coast: MultiLineString;
  borders: MultiLineString;
};

/** The land of the world (Natural Earth 1:10m, public domain) in pieces, each with the box that it lies in. */
export type World = { topology: WorldTopology; pieces: Piece[] };

function isWorld(value: unknown): value is WorldTopology {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Topology' &&
    'objects' in value &&
    typeof value.objects === 'object' &&
    value.objects !== null &&
    'countries' in value.objects
  );
}

const isCountry = (one: GeometryObject<Named>): one is Country =>
  one.type === 'Polygon' || one.type === 'MultiPolygon';

/** A speck whose corners have fallen on one line is, to a sphere, everything but the speck. */
const isInsideOut = (rings: Position[][]): boolean =>
  (rings[0]?.length ?? 0) < 8 && geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI;

/** A country in pieces: who looks at Belgium need not draw Alaska because Russia comes near it. */
function piecesOf(topology: WorldTopology, country: Country): Piece[] {
  const { properties } = country;
  const parts = country.type === 'Polygon' ? [country.arcs] : country.arcs;
  return parts.flatMap((arcs) => {
    const outline: Polygon<Named> = {
      type: 'Polygon',
      arcs,
      ...(properties === undefined ? {} : { properties }),
    };
    const shape = feature<Named>(topology, outline);
    return isInsideOut(shape.geometry.coordinates)
      ? []
      : [{ outline, shape, box: boxOf(shape.geometry) }];
  });
}

/** Wider than this a piece does not lie around the world: it lies across the date line, degrees. */
const widest = 300;

function boxAround(corners: readonly Position[], eastOf: number): Box {
  let [west, south, east, north] = [eastOf + 360, 90, eastOf, -90];
  for (const [at = 0, latitude = 0] of corners) {
    const longitude = at < eastOf ? at + 360 : at;
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return [west, south, east, north];
}

/** The box of a piece; across the date line its east is beyond 180. */
function boxOf({ coordinates }: GeoPolygon): Box {
  const corners = coordinates.flat();
  const box = boxAround(corners, -180);
  return box[2] - box[0] > widest ? boxAround(corners, 0) : box;
}

const overlap = (one: Box, other: Box): boolean =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];

/**
 * Reads the map that is shipped with the app: no network, and nothing before somebody opens it.
 *
 * @throws when the shipped file is damaged
 */
export async function loadWorld(): Promise<World> {
  const { default: text } = await import('world-atlas/countries-10m.json?raw');
  const topology: unknown = JSON.parse(text);
  if (!isWorld(topology)) throw new Error('The shipped map can’t be read.');
  const countries = topology.objects.countries.geometries.filter(isCountry);
  return { topology, pieces: countries.flatMap((country) => piecesOf(topology, country)) };
}

/** Land, coasts and borders that may be seen in a box. */
export function regionOf({ topology, pieces }: World, view: Box): Region {
  const beyond: Box = [view[0] + 360, view[1], view[2] + 360, view[3]];
  const near = pieces.filter(({ box }) => overlap(box, view) || overlap(box, beyond));
  const shown: GeometryCollection<Named> = {
    type: 'GeometryCollection',
    geometries: near.map(({ outline }) => outline),
  };
  return {
    land: near.map(({ shape }) => shape),
    coast: mesh(topology, shown, (a, b) => a === b),
    borders: mesh(topology, shown, (a, b) => a !== b),
  };
}
