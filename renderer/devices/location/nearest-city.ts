import { geoDistance } from 'd3-geo';
import cities from '../../../assets/map/cities.json';

export type City = (typeof cities)[number];
/** Where something is: degrees, WGS 84. */
export type Place = { latitude: number; longitude: number };

const earthRadiusKm = 6371;
/** Farther away than this nobody would say "near", km. */
const nearKm = 60;

/** The cities that the app knows: enough to say where a place is, not a gazetteer. `rank` 3 is the largest. */
export const knownCities: readonly City[] = cities;

/** The way between two places along the ground, km. */
export function distanceKm(from: Place, to: Place): number {
  return geoDistance([from.longitude, from.latitude], [to.longitude, to.latitude]) * earthRadiusKm;
}

/** The nearest city that is near, or null. A large one wins over a small one that is hardly nearer. */
export function nearestCity(place: Place): City | null {
  let best: { city: City; weight: number } | null = null;
  for (const city of cities) {
    const away = distanceKm(place, city);
    const weight = away - city.rank * 2;
    if (away <= nearKm && (best === null || weight < best.weight)) best = { city, weight };
  }
  return best?.city ?? null;
}
