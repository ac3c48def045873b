import type { z } from 'zod';
import { refuseFields } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { FieldError } from './schema/errors.ts';

type Issue = z.core.$ZodIssue;

function bounds(issue: Issue): FieldError['code'] {
  const origin = 'origin' in issue ? issue.origin : '';
  if (origin === 'number' || origin === 'int') return 'Range';
  if (issue.code === 'too_small' && origin === 'string' && issue.minimum === 1) return 'NotBlank';
  return 'Size';
}

function message(issue: Issue): string {
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`;
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}`;
  return 'is not in the expected form';
}

/**
 * The vendor's field errors for what zod found wrong with a query or a form.
 * @param error of parsing the input
 * @param input what was parsed, to tell a missing field from a malformed one
 * @returns a 400 with `NotBlank`, `Range`, `Size` or `Pattern` for each field
 */
export function refuseInput(error: z.ZodError, input: Record<string, unknown>): Refusal {
  const fieldErrors = error.issues.slice(0, 50).map((issue): FieldError => {
    const field = String(issue.path[0] ?? '');
    if (!Object.hasOwn(input, field) || input[field] === '') {
      return { code: 'NotBlank', field, message: 'must not be blank' };
    }
    if (field === 'rows') {
      return { code: 'Range', field, message: 'must be between 1 and 500' };
    }
    if (issue.code === 'too_small' || issue.code === 'too_big') {
      return { code: bounds(issue), field, message: message(issue) };
    }
    return { code: 'Pattern', field, message: message(issue) };
  });
  return refuseFields(fieldErrors);
}
