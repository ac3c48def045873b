import { geoArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { nearestCity } from '../../../../../renderer/devices/location/nearest-city.ts';
import {
  accuracyWords,
  ageWords,
  coordinates,
  placeWords,
} from '../../../../../renderer/devices/location/location-words.ts';
import type { Found } from '../../../../../renderer/devices/location/location-words.ts';
import {
  drawSheet,
  gridStep,
  placeAt,
  placeOn,
  pxPerKm,
  scaleBar,
} from '../../../../../renderer/devices/location/sheet.ts';
import { loadWorld, regionOf } from '../../../../../renderer/devices/location/world.ts';
import { minute, now } from '../samples.ts';

const ghent: Found = {
  found: true,
  latitude: 51.0543,
  longitude: 3.7174,
  accuracyMeters: 5000,
  capturedAt: now - 180 * minute,
  ageMs: 180 * minute,
  source: 'network',
};
const view = { middle: ghent, width: 576, height: 732, perDegree: 300 };

describe('where a device is, in words', () => {
  it('names the nearest city and its country', () => {
    expect(placeWords(ghent)).toBe('near Ghent, Belgium');
    expect(placeWords({ ...ghent, latitude: 35.69, longitude: 139.7 })).toBe('near Tokyo, Japan');
  });

  it('names no city from the middle of an ocean', () => {
    expect(nearestCity({ latitude: -40, longitude: -120 })).toBeNull();
    expect(placeWords({ ...ghent, latitude: -40, longitude: -120 })).toBe('Far from any city');
  });

  it('tells the age by the portal’s clock, not by this computer’s', () => {
    const off = { ...ghent, capturedAt: now + 600 * minute };
    expect(ageWords(off, now, now)).toBe('3 hours ago. It may have moved since.');
    expect(ageWords({ ...off, ageMs: null, capturedAt: null }, now, now)).toContain('does not say');
  });

  it('tells metres no more exactly than they are known', () => {
    expect(accuracyWords(5000)).toBe('within about 5 km');
    expect(accuracyWords(43)).toBe('within about 40 m');
    expect(accuracyWords(18)).toBe('within about 18 m');
    expect(accuracyWords(null)).toBe('Not told');
  });

  it('writes both hemispheres', () => {
    expect(coordinates({ ...ghent, latitude: -33.8688, longitude: -70.6693 })).toEqual([
      '33.8688° S',
      '70.6693° W',
    ]);
  });
});

describe('the shipped map', () => {
  it('has land, coast and borders around Ghent, and its neighbours’ names', async () => {
    const sheet = drawSheet(await loadWorld(), view);
    expect(sheet.land.length).toBeGreaterThan(1000);
    expect(sheet.coast).toMatch(/^M/u);
    expect(sheet.borders).toMatch(/^M/u);
    const names = sheet.labels.map(({ city }) => city.name);
    expect(names).toContain('Bruges');
    expect(names).not.toContain('Paris');
  });

  it('can show the whole world, and a place at the date line', async () => {
    const world = await loadWorld();
    expect(drawSheet(world, { ...view, perDegree: 1 }).land.length).toBeGreaterThan(1000);
    const suva = { latitude: -18.14, longitude: 178.44 };
    expect(drawSheet(world, { ...view, middle: suva }).land).toMatch(/^M/u);
  });

  it('has no island that covers the seas: the specks of the Maldives are not turned inside out', async () => {
    const { land } = regionOf(await loadWorld(), [-180, -85, 180, 85]);
    expect(land.length).toBeGreaterThan(200);
    for (const country of land) expect(geoArea(country)).toBeLessThan(Math.PI);
  });

  it('puts a place where it is, and finds it there again', () => {
    expect(placeOn(view, ghent)).toEqual([288, 366]);
    const { latitude, longitude } = placeAt(view, 288, 366);
    expect(latitude).toBeCloseTo(51.0543, 6);
    expect(longitude).toBeCloseTo(3.7174, 6);
  });

  it('draws five kilometres as wide as Mercator makes them at that height', () => {
    expect(5 * pxPerKm(view, 51.0543)).toBeCloseTo(21.4, 1);
  });

  it('keeps its lines apart and its scale round', () => {
    expect(gridStep(300)).toBe(0.5);
    expect(gridStep(4)).toBe(30);
    expect(scaleBar(4.29)).toEqual({ km: 20, px: 85.8 });
  });
});
