import { words, wordsAt } from './words.ts';
import type { Check } from '../../../preload/contract/inspection.ts';
import type { Outcome } from './look.ts';

/** What happened and the one thing to do. */
export type Sentences = { readonly title: string; readonly todo: string };

/** The sentences for a file that did not open; those for its format first, where the kind has any. */
export function failureSentences(outcome: Exclude<Outcome, { kind: 'opened' }>): Sentences {
  if (outcome.kind === 'unreadable') {
    return sentencesAt([`cli.unreadable.${outcome.why}`], { detail: outcome.detail });
  }
  const { kind, format, detail } = outcome.failure;
  const base = `inspection.failure.${kind}`;
  const { title, todo } = sentencesAt([`${base}.${format}`, base], { detail: detailText(detail) });
  const hint = kind === 'password-required' ? ` ${words('cli.password.hint')}` : '';
  return { title, todo: todo + hint };
}

function sentencesAt(bases: readonly string[], params: { readonly detail: string }): Sentences {
  for (const base of bases) {
    const title = wordsAt(`${base}.title`, params);
    const todo = wordsAt(`${base}.todo`, params);
    if (title !== null && todo !== null) return { title, todo };
  }
  return { title: bases.at(-1) ?? '', todo: '' };
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
