import { failureSentences } from './sentences.ts';
import type { Check } from '../../../preload/contract/inspection.ts';
import type { FileFields } from './file-fields.ts';
import type { Outcome } from './look.ts';

/** One file in the answer of `--json`. */
export type JsonOutcome =
  | ({
      readonly file: string;
      readonly opens: true;
      readonly errorKind: null;
      readonly message: null;
      readonly checks: readonly Pick<Check, 'id' | 'level' | 'found' | 'source'>[];
    } & FileFields)
  | {
      readonly file: string;
      readonly opens: false;
      readonly errorKind: string;
      readonly message: string;
    };

/** An outcome with the keys of the manifest's `expected`. */
export function jsonOutcome(outcome: Outcome): JsonOutcome {
  const { file } = outcome;
  if (outcome.kind !== 'opened') {
    const { title, todo } = failureSentences(outcome);
    return {
      file,
      opens: false,
      errorKind: outcome.kind === 'failed' ? outcome.failure.kind : outcome.why,
      message: `${title}. ${todo}`,
    };
  }
  const checks = outcome.inspection.checks.map(({ id, level, found, source }) => ({
    id,
    level,
    found,
    source,
  }));
  return { file, opens: true, errorKind: null, message: null, ...outcome.fields, checks };
}
