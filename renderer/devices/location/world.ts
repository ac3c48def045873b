import { geoArea } from 'd3-geo';
import type { Feature, Geometry, MultiLineString, Position } from 'geojson';
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
type WorldTopology = Topology<{ countries: GeometryCollection<Named> }>;

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** The part of the world that a sheet shows. */
export type Region = {
  land: Feature<Geometry, Named>[];
  coast: MultiLineString;
  borders: MultiLineString;
};

/** The countries of the world (Natural Earth 1:10m, public domain), each with the box that it lies in. */
export type World = {
  topology: WorldTopology;
  countries: { country: Country; shape: Feature<Geometry, Named>; box: Box }[];
};

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

function shapeOf(topology: WorldTopology, country: Country): Feature<Geometry, Named> {
  if (country.type === 'Polygon') return feature<Named>(topology, country);
  const { geometry, ...rest } = feature<Named>(topology, country);
  const coordinates = geometry.coordinates.filter((rings) => !isInsideOut(rings));
  return { ...rest, geometry: { ...geometry, coordinates } };
}

/** Every corner of a geometry, however deep its rings lie. */
function* corners(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'Polygon') for (const ring of geometry.coordinates) yield* ring;
  else if (geometry.type === 'MultiPolygon') {
    for (const polygon of geometry.coordinates) for (const ring of polygon) yield* ring;
  }
}

function boxOf(geometry: Geometry): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude = 0, latitude = 0] of corners(geometry)) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return [west, south, east, north];
}

/**
 * Reads the map that is shipped with the app: no network, and nothing before somebody opens it.
 *
 * @throws when the shipped file is damaged
 */
export async function loadWorld(): Promise<World> {
  const { default: text } = await import('world-atlas/countries-10m.json?raw');
  const topology: unknown = JSON.parse(text);
  if (!isWorld(topology)) throw new Error('The shipped map can’t be read.');
  const countries = topology.objects.countries.geometries.filter(isCountry).map((country) => {
    const shape = shapeOf(topology, country);
    return { country, shape, box: boxOf(shape.geometry) };
  });
  return { topology, countries };
}

/** Countries, coasts and borders that may be seen in a box. */
export function regionOf({ topology, countries }: World, view: Box): Region {
  const near = countries.filter(
    ({ box }) => box[0] <= view[2] && box[2] >= view[0] && box[1] <= view[3] && box[3] >= view[1],
  );
  const shown: GeometryCollection<Named> = {
    type: 'GeometryCollection',
    geometries: near.map(({ country }) => country),
  };
  return {
    land: near.map(({ shape }) => shape),
    coast: mesh(topology, shown, (a, b) => a === b),
    borders: mesh(topology, shown, (a, b) => a !== b),
  };
}
