import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createInspector } from '../../../../main/inspector/inspector.ts';
import { createOpensslBench, exportPfx, makePair, smallKey } from '../pkcs12/support/openssl.ts';
import { forkInNode } from '../pkcs12/support/fork.ts';
import type { ChildProcess } from 'node:child_process';
import type { InspectionProcess } from '../../../../main/inspector/inspection-queue.ts';
import type { InspectionOrder, Inspector } from '../../../../main/inspector/inspector.ts';

// Each test starts a real process, which a busy machine lets wait.
vi.setConfig({ testTimeout: 60_000 });

const bench = createOpensslBench();
let typical: Uint8Array;
let endless: Uint8Array;

beforeAll(() => {
  makePair(bench, 'erika', smallKey);
  typical = exportPfx(bench, 'erika', 'typical.p12');
  const slow = exportPfx(bench, 'erika', 'slow.p12', ['-iter', '65536', '-nomaciter']);
  endless = withMoreIterations(slow);
});
afterAll(() => bench.remove());

/** The same file asking for 8 million iterations instead of 65,536: nobody has to wait for them to make it. */
function withMoreIterations(bytes: Uint8Array): Uint8Array {
  const digits = Buffer.from(bytes).toString('hex').replaceAll('0203010000', '02037fffff');
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

const children: ChildProcess[] = [];
const warnings: string[] = [];
let inspector: Inspector | null = null;

function inspectorWith(options: { timeLimit?: number; queueLimit?: number } = {}): Inspector {
  const log = { warn: (message: string) => void warnings.push(message) };
  inspector = createInspector({ fork: forkInNode(children), log, ...options });
  return inspector;
}

afterEach(() => {
  inspector?.dispose();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  warnings.length = 0;
});

function order(bytes: Uint8Array, rest: Partial<InspectionOrder> = {}): InspectionOrder {
  return {
    bytes,
    password: 'secret',
    purpose: 'look',
    email: null,
    now: Date.now(),
    knownFingerprints: [],
    accept: 'pkcs12',
    ...rest,
  };
}

const failed = (kind: string) => ({ opened: false, failure: { kind } });

describe('looking at a file in a process of its own', () => {
  it('opens a file and leaves the bytes as they were', async () => {
    const bytes = typical.slice();
    const result = await inspectorWith().inspect(order(bytes));
    expect(result).toMatchObject({ opened: true, inspection: { keys: [{ fits: [0] }] } });
    expect(Buffer.from(bytes).equals(typical)).toBe(true);
  });

  it('answers one file after the other, in one process', async () => {
    const under = inspectorWith();
    const results = await Promise.all([
      under.inspect(order(typical)),
      under.inspect(order(typical, { password: 'wrong' })),
      under.inspect(order(typical, { password: null })),
    ]);
    expect(results).toMatchObject([
      { opened: true },
      failed('wrong-password'),
      failed('password-required'),
    ]);
    expect(children).toHaveLength(1);
  });

  it('says that a file takes too long, and opens the next one', async () => {
    const under = inspectorWith({ timeLimit: 1500 });
    const [slow, next] = await Promise.all([
      under.inspect(order(endless, { acceleration: false })),
      under.inspect(order(typical)),
    ]);
    expect(slow).toMatchObject(failed('timeout'));
    expect(next).toMatchObject({ opened: true });
  });

  it('stops at once when the person cancels, waiting or running', async () => {
    const under = inspectorWith();
    const running = new AbortController();
    const waiting = new AbortController();
    const first = under.inspect(order(endless, { acceleration: false, signal: running.signal }));
    const second = under.inspect(order(typical, { signal: waiting.signal }));
    const third = under.inspect(order(typical));
    waiting.abort();
    expect(await second).toMatchObject(failed('cancelled'));
    running.abort();
    expect(await first).toMatchObject(failed('cancelled'));
    expect(await third).toMatchObject({ opened: true });
  });

  it('says that a file crashed it, and opens the next one', async () => {
    const under = inspectorWith();
    const crashing = under.inspect(order(endless, { acceleration: false }));
    const next = under.inspect(order(typical));
    children[0]?.kill('SIGKILL');
    expect(await crashing).toMatchObject(failed('crashed'));
    expect(await next).toMatchObject({ opened: true });
    expect(warnings).toHaveLength(1);
  });

  it('survives a process that runs out of memory', async () => {
    const under = inspectorWith();
    await under.inspect(order(typical));
    children[0]?.send('exhaust-memory');
    const result = await under.inspect(order(typical));
    expect(result).toMatchObject(failed('crashed'));
    expect(await under.inspect(order(typical))).toMatchObject({ opened: true });
  }, 30_000);

  it('refuses a file that is too large before it starts anything', async () => {
    const under = inspectorWith();
    const large = new Uint8Array(2000);
    expect(await under.inspect(order(large, { sizeLimit: 1999 }))).toMatchObject(
      failed('too-large'),
    );
    const huge = new Uint8Array(10_485_761);
    expect(await under.inspect(order(huge))).toMatchObject(failed('too-large'));
    expect(children).toHaveLength(0);
  });

  it('writes a strong copy that opens, and says why it can not', async () => {
    const under = inspectorWith();
    const wish = { form: 'modern', keyIndex: null, orderChain: true } as const;
    const secrets = { password: 'secret', newPassword: 'a longer one' };
    const copy = await under.strengthen({ bytes: typical, ...wish, ...secrets });
    const bytes = copy.written ? copy.bytes : new Uint8Array(0);
    const result = await under.inspect(order(bytes, { password: 'a longer one' }));
    expect(result).toMatchObject({ opened: true, inspection: { keys: [{ fits: [0] }] } });
    const refusal = await under.strengthen({ bytes: typical, ...wish, ...secrets, password: 'no' });
    expect(refusal).toMatchObject({ written: false, failure: { kind: 'wrong-password' } });
  });

  it('reads one certificate again, and says so where there is no such one', async () => {
    const under = inspectorWith();
    const wish = { bytes: typical, password: 'secret', format: 'der' } as const;
    const found = await under.exportCertificate({ ...wish, index: 0 });
    expect(found.written && found.bytes[0]).toBe(0x30);
    const refusal = await under.exportCertificate({ ...wish, index: 9 });
    expect(refusal).toMatchObject({ written: false, failure: { kind: 'malformed' } });
  });

  it('lets only so many files wait', async () => {
    const under = inspectorWith({ queueLimit: 1 });
    const results = [1, 2, 3].map(async () => under.inspect(order(typical)));
    expect(await Promise.all(results)).toMatchObject([
      { opened: true },
      { opened: true },
      failed('timeout'),
    ]);
  });

  it('answers what waits when the app quits', async () => {
    const under = inspectorWith();
    const results = [under.inspect(order(endless)), under.inspect(order(typical))];
    under.dispose();
    expect(await Promise.all(results)).toMatchObject([failed('cancelled'), failed('cancelled')]);
    expect(await under.inspect(order(typical))).toMatchObject(failed('cancelled'));
  });
});

describe('a process that is not what it should be', () => {
  function lying(answer: unknown): () => InspectionProcess {
    return () => {
      const listeners: ((message: unknown) => void)[] = [];
      return {
        post: () =>
          setImmediate(() => {
            for (const message of [{ outcome: 'ready' }, answer]) {
              for (const listener of listeners) listener(message);
            }
          }),
        onMessage: (listener) => void listeners.push(listener),
        onExit: () => null,
        kill: () => null,
      };
    };
  }
  const log = { warn: () => null };

  it('is not believed when its answer is none', async () => {
    const under = createInspector({
      fork: lying({ outcome: 'inspected', id: 1, result: {} }),
      log,
    });
    expect(await under.inspect(order(typical))).toMatchObject(failed('crashed'));
  });

  it('is not believed when it answers for another file', async () => {
    const done = { outcome: 'written', id: 7, bytes: typical };
    const under = createInspector({ fork: lying(done), log, timeLimit: 200 });
    expect((await under.inspect(order(typical))).opened).toBe(false);
  });

  it('is an answer when it does not start', async () => {
    const fork = (): InspectionProcess => {
      throw new Error('no memory');
    };
    const under = createInspector({ fork, log });
    expect(await under.inspect(order(typical))).toMatchObject(failed('crashed'));
  });
});
