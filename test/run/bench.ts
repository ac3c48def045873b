/* npm run bench [-- NAME...]: measurements, as ratios side by side in one run. */
import { benchLaunch } from '../bench/launch.ts';
import { benchLists } from '../bench/lists.ts';
import { benchPkcs12 } from '../bench/pkcs12.ts';

const benches: Record<string, () => Promise<void>> = {
  pkcs12: benchPkcs12,
  lists: benchLists,
  launch: benchLaunch,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(', ')}. There is: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  await bench();
}
