import { describe, expect, it } from 'vitest';
import {
  distanceKm,
  knownCities,
  nearestCity,
} from '../../../../../renderer/devices/location/nearest-city.ts';
import shipped from '../../../../../assets/map/cities.tsv?raw';
import { cityLines } from '../../../../run/cities.ts';

describe('the place names of the shipped map', () => {
  it('are what test/run/cities.ts makes of GeoNames, and nothing written by hand', () => {
    expect(shipped).toBe(`${cityLines()}\n`);
  });

  it('are each a name, a country, a place on the globe and a rank', () => {
    expect(knownCities.length).toBeGreaterThan(15_000);
    const broken = knownCities.filter(
      ({ name, country, latitude, longitude, rank }) =>
        name === '' ||
        !/^[A-Z]{2}$/u.test(country) ||
        !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) ||
        ![1, 2, 3].includes(rank),
    );
    expect(broken).toEqual([]);
  });

  it.each([
    ['Ghent', 'BE', 51.0543, 3.7174],
    ['New York', 'US', 40.7128, -74.006],
    ['Tianjin', 'CN', 39.1422, 117.1767],
    ['Davao', 'PH', 7.0731, 125.6128],
    ['Reykjavík', 'IS', 64.1466, -21.9426],
  ])('know %s, %s', (name, country, latitude, longitude) => {
    const city = nearestCity({ latitude, longitude });
    expect(city).toMatchObject({ name, country });
    expect(city && distanceKm(city, { latitude, longitude })).toBeLessThan(6);
  });

  it('name the city and not the suburb that is hardly nearer', () => {
    // Merelbeke's own middle is 3 km away, Ghent's 5.
    expect(nearestCity({ latitude: 51.008, longitude: 3.728 })?.name).toBe('Ghent');
  });

  it('name a town where no city is near', () => {
    expect(nearestCity({ latitude: 50.85, longitude: 2.885 })).toMatchObject({ name: 'Ieper' });
  });
});
