import { inspectFile } from '../pkcs12/inspect.ts';
import type { Inspect } from './portal.ts';

/** Opens uploads in this very process, for the portal that runs on its own. The app passes its isolated inspector. */
export const inspectHere: Inspect = (bytes, order) =>
  inspectFile(bytes, { ...order, knownFingerprints: [], accept: 'pkcs12', acceleration: true });
