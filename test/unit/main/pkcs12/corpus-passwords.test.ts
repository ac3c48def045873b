import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../main/pkcs12/inspect.ts';
import { isForLong, loadCorpus } from './support/corpus.ts';
import { lookingWith } from './support/requests.ts';

const corpus = loadCorpus();
const withMac = (corpus ?? []).filter(
  ({ expected }) => expected.opens === true && typeof expected.macAlg === 'string',
);

describe.skipIf(corpus === null)('a wrong password', () => {
  it.each(withMac.filter((row) => !isForLong(row)))(
    'is what is wrong with $file when it is',
    async ({ path, password }) => {
      const result = await inspectFile(readFileSync(path), lookingWith(`${password}x`));
      expect(result).toMatchObject({ opened: false, failure: { kind: 'wrong-password' } });
    },
  );

  // Many rounds only take longer: a wrong password has been tried on them, and none at all is with LATCHKEY_LONG=1.
  const mostRounds = process.env['LATCHKEY_LONG'] === '1' ? Infinity : 20_000;
  const withPassword = withMac.filter(
    ({ password, expected }) => password !== '' && (expected.macIterations ?? 0) <= mostRounds,
  );
  it.each(withPassword)('is not what is wrong with $file when there is none', async ({ path }) => {
    const result = await inspectFile(readFileSync(path), lookingWith(null));
    expect(result).toMatchObject({ opened: false, failure: { kind: 'password-required' } });
  });

  it('was tried on every file with a MAC', () => {
    expect(withMac.filter((row) => !isForLong(row)).length).toBeGreaterThan(200);
    expect(withPassword.length).toBeGreaterThan(180);
  });
});
