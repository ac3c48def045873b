import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const folder = fileURLToPath(new URL('../../../../../../shared/pkcs12/', import.meta.url));

const expectedFile = z.looseObject({
  opens: z.boolean().nullable(),
  accept: z.array(z.string()).optional(),
  errorKind: z.string().optional(),
  macAlg: z.string().nullable().optional(),
  macIterations: z.number().nullable().optional(),
});

const row = z.object({
  file: z.string(),
  tier: z.enum(['core', 'quirk', 'hostile']),
  password: z.string(),
  oracle: z.string().nullable(),
  expected: expectedFile,
});

/** One file of the corpus and what it must give. */
export type CorpusRow = z.infer<typeof row> & { readonly path: string };

/** The rows of `../shared/pkcs12/manifest.json`; null, with a printed line, where it is missing. */
export function loadCorpus(): CorpusRow[] | null {
  const manifest = `${folder}manifest.json`;
  if (!existsSync(manifest)) {
    console.log('Skipped: the PKCS#12 corpus is not at ../shared/pkcs12.');
    return null;
  }
  const { rows } = z
    .object({ rows: z.array(row) })
    .parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return rows.map((each) => ({ ...each, path: folder + each.file }));
}

/**
 * Whether a row is for `npm run test:long` where a test only asks it once more: 600,000 rounds and more take seconds,
 * and every row is opened in the accelerated run all the same.
 */
export function isForLong({ expected }: CorpusRow): boolean {
  return process.env['LATCHKEY_LONG'] !== '1' && (expected.macIterations ?? 0) > 200_000;
}

/** What counts as right for a row: `opens`, or kinds of failure. */
export function acceptedBy({ expected }: CorpusRow): string[] {
  if (expected.accept !== undefined) return expected.accept;
  return [expected.opens === true ? 'opens' : (expected.errorKind ?? 'opens')];
}
