import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../main/pkcs12/inspect.ts';
import { strengthenFile } from '../../../../main/pkcs12/strengthen.ts';
import { inspectionResult } from '../../../../preload/contract/inspection.ts';
import { loadCorpus } from './support/corpus.ts';
import { createOpensslBench, exportPfx, makePair, smallKey } from './support/openssl.ts';
import { diceFrom, mutatedPfx, oneOf } from './support/pfx-mutations.ts';
import { lookingWith } from './support/requests.ts';

/** Ten thousand mutated files with LATCHKEY_LONG=1. */
const isLong = process.env['LATCHKEY_LONG'] === '1';
const rounds = isLong ? 10_000 : 400;
/** What the app gives a file before it stops it, in ms (main/inspector/inspection-queue.ts). */
const timeLimit = 10_000;

const bench = createOpensslBench();
const quick = ['-iter', '1', '-nomaciter'];
const seeds: { bytes: Uint8Array; password: string }[] = [];

beforeAll(async () => {
  makePair(bench, 'ada', smallKey);
  const clear = ['-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE'];
  const options = [[], ['-nomac'], ['-legacy'], ['-legacy', '-nomac'], clear];
  for (const [place, option] of options.entries()) {
    const bytes = exportPfx(bench, 'ada', `${place}.p12`, [...quick, ...option]);
    seeds.push({ bytes, password: 'secret' });
  }
  const strength = { encryption: 'pbes2', mac: 'pbmac1', iterations: 1 } as const;
  const request = { strength, keyIndex: null, orderChain: false, acceleration: true };
  const [{ bytes } = { bytes: new Uint8Array(0) }] = seeds;
  const passwords = { password: 'secret', newPassword: 'secret' };
  seeds.push({
    bytes: await strengthenFile(bytes, { ...request, ...passwords }),
    password: 'secret',
  });
  seeds.push(...corpusSeeds());
});
afterAll(() => bench.remove());

/** Small files of the corpus that open quickly: what many programs write. */
function corpusSeeds(): typeof seeds {
  return (loadCorpus() ?? [])
    .filter(({ tier }) => tier !== 'hostile')
    .filter(({ expected }) => (expected.macIterations ?? 0) <= 2048)
    .map(({ path, password }) => ({ bytes: readFileSync(path), password }))
    .filter(({ bytes }) => bytes.length <= 6000);
}

describe('a PKCS#12 file with any change in its structure', () => {
  it(
    `is answered within its limit, with a reason where it does not open (${rounds} files)`,
    async () => {
      const wrong: string[] = [];
      const kinds = new Map<string, number>();
      const withoutMac = seeds.filter((_, place) => [1, 3, 4].includes(place));
      let slowest = 0;
      for (let seed = 0; seed < rounds; seed++) {
        const dice = diceFrom(seed);
        // Where there is no MAC, a change gets further in before it is noticed.
        const { bytes, password } = oneOf(dice, dice(2) === 0 ? seeds : withoutMac);
        const mutated = mutatedPfx(bytes, oneOf(dice, seeds).bytes, dice);
        const started = performance.now();
        try {
          const given = dice(8) === 0 ? null : password;
          const request = lookingWith(given, { acceleration: dice(4) > 0, accept: 'any' });
          const result = inspectionResult.parse(await inspectFile(mutated, request));
          const kind = result.opened ? 'opens' : result.failure.kind;
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        } catch (error) {
          wrong.push(`${seed}: ${String(error)}`);
        }
        const took = performance.now() - started;
        if (took > timeLimit) wrong.push(`${seed}: ${took.toFixed(0)} ms`);
        slowest = Math.max(slowest, took);
      }
      if (isLong) console.log(Object.fromEntries(kinds), `slowest ${slowest.toFixed(0)} ms`);
      expect(wrong).toEqual([]);
      // Enough of them get past the first door for the rest of the reader to be tried.
      expect(kinds.get('opens')).toBeGreaterThan(rounds / 50);
      expect(kinds.size).toBeGreaterThan(6);
    },
    isLong ? 1_200_000 : 60_000,
  );
});
