import { geoDistance } from 'd3-geo';
import lines from '../../../assets/map/cities.tsv?raw';

export type City = {
  name: string;
  /** ISO 3166-1, two letters. */
  country: string;
  latitude: number;
  longitude: number;
  /** 3 is a capital or a city of a million, 1 a town. */
  rank: number;
};
/** Where something is: degrees, WGS 84. */
export type Place = { latitude: number; longitude: number };

const earthRadiusKm = 6371;
/** Farther away than this nobody would say "near", km. */
const nearKm = 60;
/** No two places are near whose latitudes differ by more: degrees. */
const nearDegrees = 0.6;
/** How much farther away the better known place may be, km for each rank. */
const kmPerRank = 4;

function readCity(line: string): City {
  const [name = '', country = '', latitude, longitude, rank] = line.split('\t');
  return {
    name,
    country,
    latitude: Number(latitude),
    longitude: Number(longitude),
    rank: Number(rank),
  };
}

/** Towns of 20,000 people or more, the largest first (GeoNames, CC BY 4.0; test/run/cities.ts makes the list). */
export const knownCities: readonly City[] = lines.trimEnd().split('\n').map(readCity);

/** The way between two places along the ground, km. */
export function distanceKm(from: Place, to: Place): number {
  return geoDistance([from.longitude, from.latitude], [to.longitude, to.latitude]) * earthRadiusKm;
}

/** The nearest city that is near, or null. A large one wins over a small one that is hardly nearer. */
export function nearestCity(place: Place): City | null {
  let best: { city: City; weight: number } | null = null;
  for (const city of knownCities) {
    if (Math.abs(city.latitude - place.latitude) > nearDegrees) continue;
    const away = distanceKm(place, city);
    const weight = away - city.rank * kmPerRank;
    if (away <= nearKm && (best === null || weight < best.weight)) best = { city, weight };
  }
  return best?.city ?? null;
}
