import { words, wordsAt } from './words.ts';
import type { Check } from '../../../preload/contract/inspection.ts';
import type { Outcome } from './look.ts';

/** What happened and the one thing to do. */
export type Sentences = { readonly title: string; readonly todo: string };

/** The sentences for a file that did not open. */
export function failureSentences(outcome: Exclude<Outcome, { kind: 'opened' }>): Sentences {
  const [base, params] =
    outcome.kind === 'unreadable'
      ? [`cli.unreadable.${outcome.why}`, { detail: outcome.detail }]
      : [
          `inspection.failure.${outcome.failure.kind}`,
          { format: outcome.failure.format, detail: detailText(outcome.failure.detail) },
        ];
  const todo = wordsAt(`${base}.todo`, params) ?? '';
  const needsPassword = outcome.kind === 'failed' && outcome.failure.kind === 'password-required';
  return {
    title: wordsAt(`${base}.title`, params) ?? base,
    todo: needsPassword ? `${todo} ${words('cli.password.hint')}` : todo,
  };
}

/** Large numbers are easier to read in groups. */
function detailText(detail: string | null): string {
  return /^\d{4,15}$/u.test(detail ?? '') ? Number(detail).toLocaleString('en') : (detail ?? '');
}

/** The sentences of a finding; `why` and `todo` are null where there is nothing to say. */
export function checkSentences(check: Check): {
  readonly found: string;
  readonly why: string | null;
  readonly todo: string | null;
} {
  const base = `checks.${check.id}.${check.variant}`;
  return {
    found: wordsAt(`${base}.found`, check.params) ?? check.found,
    why: wordsAt(`${base}.why`, check.params),
    todo: wordsAt(`${base}.todo`, check.params),
  };
}
