import { systemClock } from '../../main/clock.ts';
import { createHttp } from '../../main/portal/http.ts';
import { openSspDoor } from '../../main/portal/ssp/door.ts';
import { isFailure } from '../../main/failure.ts';
import { trustSystemAuthorities } from '../../main/portal/trust.ts';
import { silentLog } from './silent-log.ts';

/** Asks a portal who it is, in a process whose system trusts what its environment says. */
const [origin = '', trust = ''] = process.argv.slice(2);
let applied = 'not asked';
const http = createHttp({
  resolveProxy: () => Promise.resolve('DIRECT'),
  userAgent: 'test',
  trustSystem: () => {
    if (trust === 'system') applied = trustSystemAuthorities();
  },
});
const silent = { heard: () => undefined, ended: () => undefined };
const door = openSspDoor({ http, origin, clock: systemClock, log: silentLog, ...silent });
const answer = await door
  .facts()
  .catch((cause: unknown) => (isFailure(cause) ? cause.error : 'bug'));
process.stdout.write(JSON.stringify({ applied, answer }));
