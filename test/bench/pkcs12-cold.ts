// One inspection in a fresh process, for `pkcs12.ts`: prints a line of JSON. Arguments: FILE native|pure|empty.
import { readFileSync } from 'node:fs';

const [path = '', mode = 'empty'] = process.argv.slice(2);
const started = performance.now();
let loaded = started;
let done = started;
if (mode !== 'empty') {
  const { inspectFile } = await import('../../main/pkcs12/inspect.ts');
  loaded = performance.now();
  await inspectFile(readFileSync(path), {
    password: 'secret',
    purpose: 'look',
    email: null,
    now: Date.now(),
    knownFingerprints: [],
    accept: 'any',
    acceleration: mode === 'native',
  });
  done = performance.now();
}
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ load: loaded - started, work: done - loaded, peakMegabytes }));
