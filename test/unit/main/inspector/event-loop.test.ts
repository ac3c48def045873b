import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createInspector } from '../../../../main/inspector/inspector.ts';
import { inspectFile } from '../../../../main/pkcs12/inspect.ts';
import { forkInNode } from '../pkcs12/support/fork.ts';
import { createOpensslBench, exportPfx, makePair, smallKey } from '../pkcs12/support/openssl.ts';
import { lookingWith } from '../pkcs12/support/requests.ts';
import { silentLog } from '../../../support/silent-log.ts';

const bench = createOpensslBench();
const children: ChildProcess[] = [];
let slow: Uint8Array;

beforeAll(() => {
  makePair(bench, 'ada', smallKey);
  slow = exportPfx(bench, 'ada', 'slow.p12', ['-iter', '300000', '-nomaciter']);
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  bench.remove();
});

/** The share of its time that some work keeps this process from everything else, in one piece. */
async function blockedShare(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // The histogram begins with the second turn of its timer.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const started = performance.now();
  await work();
  const took = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, 50));
  delay.disable();
  return delay.max / 1e6 / took;
}

it('a file that takes long holds up its own process and not main', async () => {
  const { signal: _, ...asked } = lookingWith('secret', { acceleration: false });
  const request = { ...asked, knownFingerprints: [] };
  const inspector = createInspector({ fork: forkInNode(children), log: silentLog });
  // The process is up before anything is measured.
  await inspector.inspect({ ...request, bytes: new Uint8Array(64) });
  const beside = await blockedShare(async () => {
    const { opened } = await inspector.inspect({ ...request, bytes: slow });
    expect(opened).toBe(true);
  });
  const inMain = await blockedShare(() => inspectFile(slow, request));
  inspector.dispose();
  // A share and not a time: a busy machine makes both longer.
  expect(inMain).toBeGreaterThan(0.7);
  expect(beside).toBeLessThan(inMain / 2);
}, 60_000);
