import { Pkcs12Error } from '../errors.ts';
import { formatOf } from '../format.ts';
import { describe, openRecognised } from '../inspect.ts';
import { fileFields } from './file-fields.ts';
import { loadFile } from '../../files/load-file.ts';
import type { Inspection, InspectionFailure } from '../../../preload/contract/inspection.ts';
import type { InspectRequest } from '../types.ts';
import type { FileFields } from './file-fields.ts';
import type { Unreadable } from '../../files/load-file.ts';

/** What came of one file. `file` is its path as it was given. */
export type Outcome = { readonly file: string } & (
  | { readonly kind: 'opened'; readonly inspection: Inspection; readonly fields: FileFields }
  | { readonly kind: 'failed'; readonly failure: InspectionFailure }
  | { readonly kind: 'unreadable'; readonly why: Unreadable; readonly detail: string }
);

/** Reads, opens, describes and checks the file at `path`. Its keys are overwritten before it returns. */
export async function look(file: string, path: string, request: InspectRequest): Promise<Outcome> {
  const loaded = await loadFile(path);
  if (loaded.kind === 'unreadable') return { file, ...loaded };
  if (loaded.kind === 'too-large') {
    return {
      file,
      kind: 'failed',
      failure: { kind: 'too-large', format: 'unknown', detail: null },
    };
  }
  const { bytes } = loaded;
  const format = formatOf(bytes);
  try {
    const container = await openRecognised(bytes, format, request);
    try {
      const inspection = describe(bytes.length, format, container, request);
      const fields = fileFields(container, inspection);
      return { file, kind: 'opened', inspection, fields };
    } finally {
      for (const key of container.keys) key.pkcs8.fill(0);
    }
  } catch (error) {
    if (!(error instanceof Pkcs12Error)) throw error;
    return { file, kind: 'failed', failure: { kind: error.kind, format, detail: error.detail } };
  }
}
