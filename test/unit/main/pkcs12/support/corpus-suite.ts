import { describe, expect, it } from 'vitest';
import { look } from '../../../../../main/pkcs12/cli/look.ts';
import { inspectionResult } from '../../../../../preload/contract/inspection.ts';
import { acceptedBy, isForLong, loadCorpus } from './corpus.ts';
import { lookingWith } from './requests.ts';
import type { Outcome } from '../../../../../main/pkcs12/cli/look.ts';
import type { CorpusRow } from './corpus.ts';

/** Not fields of a file but notes of whoever made the manifest. */
const notes = new Set([
  'opens',
  'accept',
  'errorKind',
  'keyAlg',
  'empty',
  'ifOpens',
  'keyLocalKeyIds',
]);

function outcomeKind(outcome: Outcome): string {
  if (outcome.kind === 'opened') return 'opens';
  return outcome.kind === 'failed' ? outcome.failure.kind : outcome.kind;
}

/** What the file must give; null for one whose content the manifest does not state. */
function expectedFields({ expected }: CorpusRow): Record<string, unknown> | null {
  if (expected.opens !== true) return null;
  return Object.fromEntries(Object.entries(expected).filter(([name]) => !notes.has(name)));
}

type Seen = { kind: string; fields: unknown; tookTooLong: boolean };

async function lookAt(row: CorpusRow, acceleration: boolean): Promise<Seen> {
  const started = performance.now();
  const outcome = await look(row.file, row.path, lookingWith(row.password, { acceleration }));
  const took = performance.now() - started;
  if (outcome.kind === 'opened') {
    inspectionResult.parse({ opened: true, inspection: outcome.inspection });
  } else if (outcome.kind === 'failed') {
    inspectionResult.parse({ opened: false, failure: outcome.failure });
  }
  return {
    kind: outcomeKind(outcome),
    fields: outcome.kind === 'opened' && row.expected.opens === true ? outcome.fields : null,
    // The bench measures 50 ms on a quiet machine; here others are at work at the same time.
    tookTooLong: row.tier === 'hostile' && took > 2000,
  };
}

/** One test for each file of the corpus: as expected field by field, refused with a typed reason, never crashed. */
export function describeCorpus(acceleration: boolean): void {
  const corpus = loadCorpus();
  const of = (tier: CorpusRow['tier']): CorpusRow[] =>
    (corpus ?? []).filter((row) => row.tier === tier);

  describe.skipIf(corpus === null)(`the corpus, ${acceleration ? 'accelerated' : 'pure'}`, () => {
    const all = [...of('core'), ...of('quirk'), ...of('hostile')];
    it.each(acceleration ? all : all.filter((row) => !isForLong(row)))(
      '$tier: $file is read as it must be',
      async (row) => {
        const seen = await lookAt(row, acceleration);
        expect(acceptedBy(row)).toContain(seen.kind);
        // Where another answer than opening is accepted, it gives no fields.
        expect(seen.fields).toEqual(seen.kind === 'opens' ? expectedFields(row) : null);
        expect(seen.tookTooLong).toBe(false);
      },
    );

    it('has 220 core, 17 quirk and 63 hostile files', () => {
      expect([of('core').length, of('quirk').length, of('hostile').length]).toEqual([220, 17, 63]);
    });
  });
}
