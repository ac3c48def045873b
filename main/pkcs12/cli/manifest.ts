import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  rows: z.array(z.object({ file: z.string().min(1), password: z.string().nullish() })),
});

/** A file of a manifest: as it is named there, where it lies, and its password. */
export type ManifestRow = {
  readonly file: string;
  readonly path: string;
  readonly password: string | null;
};

/** Reads a manifest; its files are relative to it. Throws what reading and parsing throw. */
export async function readManifest(path: string): Promise<ManifestRow[]> {
  const { rows } = manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const folder = dirname(path);
  return rows.map(({ file, password }) => ({
    file,
    path: join(folder, file),
    password: password ?? null,
  }));
}
