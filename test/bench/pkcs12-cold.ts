// One inspection in a fresh process, for `pkcs12.ts`: prints a line of JSON. Arguments: FILE native|pure|ahead|empty;
// `ahead` is accelerated in a process that was started and warmed before, as the app's own is.
import { readFileSync } from 'node:fs';

const [path = '', mode = 'empty'] = process.argv.slice(2);
const started = performance.now();
const times = { load: 0, open: 0, describe: 0 };
if (mode !== 'empty') {
  const { describe } = await import('../../main/pkcs12/inspect.ts');
  const { openContainer } = await import('../../main/pkcs12/read.ts');
  const { warmUp } = await import('../../main/pkcs12/kdf/repeat.ts');
  if (mode === 'ahead') warmUp();
  const loaded = performance.now();
  const bytes = readFileSync(path);
  const acceleration = mode !== 'pure';
  const container = await openContainer(bytes, { password: 'secret', acceleration });
  const opened = performance.now();
  describe(bytes.length, 'pkcs12', container, {
    password: 'secret',
    purpose: 'look',
    email: null,
    now: Date.now(),
    knownFingerprints: [],
    accept: 'any',
    acceleration,
  });
  times.load = loaded - started;
  times.open = opened - loaded;
  times.describe = performance.now() - opened;
}

// Not `resourceUsage().maxRSS`: a child starts with the peak of its parent there.
const [, peak = '0'] = /VmHWM:\s+(\d+) kB/u.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
console.log(JSON.stringify({ ...times, peakMegabytes: Number(peak) / 1024 }));
