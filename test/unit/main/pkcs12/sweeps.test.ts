import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../main/pkcs12/inspect.ts';
import { createOpensslBench, exportPfx, makePair, smallKey } from './support/openssl.ts';
import { lookingWith } from './support/requests.ts';
import type { InspectionResult } from '../../../../preload/contract/inspection.ts';

const bench = createOpensslBench();
const files = new Map<string, Uint8Array>();

const isLong = process.env['LATCHKEY_LONG'] === '1';

// One iteration: the sweeps are about structure, and open the file thousands of times.
const quick = ['-iter', '1', '-nomaciter'];

beforeAll(() => {
  makePair(bench, 'ada', smallKey);
  files.set('modern', exportPfx(bench, 'ada', 'modern.p12', quick));
  files.set('no MAC', exportPfx(bench, 'ada', 'no-mac.p12', [...quick, '-nomac']));
  files.set('legacy', exportPfx(bench, 'ada', 'legacy.p12', [...quick, '-legacy']));
  const clear = ['-keypbe', 'NONE', '-certpbe', 'NONE'];
  files.set('in clear', exportPfx(bench, 'ada', 'clear.p12', [...quick, ...clear]));
});
afterAll(() => bench.remove());

const names = ['modern', 'no MAC', 'legacy', 'in clear'];

function fileNamed(name: string): Uint8Array {
  const file = files.get(name);
  if (file === undefined) throw new Error(name);
  return file;
}

/** `opens: FINGERPRINT ...`, or the kind of the failure. Anything thrown fails the test: it is no answer. */
async function answer(bytes: Uint8Array, password = 'secret'): Promise<string> {
  return shortly(await inspectFile(bytes, lookingWith(password)));
}

function shortly(result: InspectionResult): string {
  if (!result.opened) return result.failure.kind;
  const { certificates, keys } = result.inspection;
  const prints = certificates.map(({ fingerprints }) => fingerprints.sha256);
  return ['opens:', ...prints, ...keys.map(({ fits }) => `key ${String(fits)}`)].join(' ');
}

describe('a damaged file', () => {
  it.each(names)('that is cut at any length does not open (%s)', async (name) => {
    const file = fileNamed(name);
    const answers = new Set<string>();
    for (let length = 0; length < file.length; length++) {
      answers.add(await answer(file.subarray(0, length)));
    }
    const allowed = ['empty', 'malformed', 'not-pkcs12', 'truncated'];
    expect([...answers].filter((each) => !allowed.includes(each))).toEqual([]);
  });

  it.each(names)(
    'with any byte turned over is answered, not crashed on (%s)',
    async (name) => {
      const file = fileNamed(name);
      const whole = await answer(file);
      const opened = new Set<string>();
      for (let offset = 0; offset < file.length; offset++) {
        const damaged = file.slice();
        damaged[offset] = (damaged[offset] ?? 0) ^ 0xff;
        const given = await answer(damaged);
        if (given.startsWith('opens')) opened.add(given);
      }
      // Under a MAC, only what lies outside of it may change, and then the content is what it was.
      const foreign = name === 'no MAC' ? [] : [...opened].filter((each) => each !== whole);
      expect(foreign).toEqual([]);
    },
    60_000,
  );

  const bits = isLong ? 10_000 : 2000;
  it(`gives an answer for ${bits} single bits, and never other content under a MAC`, async () => {
    const file = fileNamed('modern');
    const whole = await answer(file);
    const kinds = new Map<string, number>();
    for (let round = 0; round < bits; round++) {
      // The same places in every run, spread by a hash.
      const place = createHash('sha256').update(`flip ${round}`).digest().readUInt32BE();
      const bit = place % (file.length * 8);
      const damaged = file.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const given = await answer(damaged);
      kinds.set(given, (kinds.get(given) ?? 0) + 1);
    }
    const opened = [...kinds.keys()].filter((kind) => kind.startsWith('opens'));
    expect(opened.filter((kind) => kind !== whole)).toEqual([]);
    expect(kinds.get('mac-invalid')).toBeGreaterThan(bits / 100);
    expect(kinds.size).toBeGreaterThan(4);
  }, 60_000);
});

describe('a file of nonsense', () => {
  it('is not PKCS#12, whatever its size', async () => {
    const random = createHash('shake256', { outputLength: 1_048_576 }).update('corpus').digest();
    expect(['not-pkcs12', 'malformed']).toContain(await answer(random));
    expect(await answer(new Uint8Array(50 * 1024 * 1024))).toBe('too-large');
  });

  it('is refused by its size alone', async () => {
    const large = Buffer.concat([fileNamed('modern'), new Uint8Array(10_485_760)]);
    expect(await answer(large)).toBe('too-large');
  });
});
