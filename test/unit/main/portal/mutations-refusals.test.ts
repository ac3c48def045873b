import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../main/failure.ts';
import { readAnswer } from '../../../../main/portal/answer.ts';
import { appError } from '../../../../preload/contract/errors.ts';
import { describeError } from '../../../../renderer/text/errors.ts';
import { patienceWithRuns, runs } from '../../../support/broken-answers.ts';
import { holdsNonsense, mutationsOf } from '../../../support/mutations.ts';

const codes = ['WipeDisabledByPolicy', 'PasswordPolicy', 'AccountLocked', 'RetryLater', 'Haiku'];
const refusalOf = (code: string): string => {
  const fieldErrors = [{ code, message: 'No.', field: 'newPassword' }];
  return JSON.stringify({ errors: { globalErrors: [{ code, message: 'No.' }], fieldErrors } });
};

function failureOf(run: () => unknown): unknown {
  try {
    run();
    return null;
  } catch (cause) {
    return cause;
  }
}

describe('refusals that are broken in one to three places', () => {
  it.each(codes)(
    'of %s become an error of the contract, and words without nonsense',
    (code) => {
      const statuses = fc.constantFrom(400, 401, 403, 404, 409, 413, 418, 429, 500, 503, 511);
      const waits = fc.constantFrom('5', '-1', '1e99', 'NaN', 'soon', '');
      const seen: unknown[] = [];
      fc.assert(
        fc.property(mutationsOf(refusalOf(code)), statuses, waits, (text, status, wait) => {
          const headers: Record<string, string> = {
            'content-type': 'application/json',
            'retry-after': wait,
            'x-request-id': '[object Object]',
          };
          const answer = { status, text, header: (name: string) => headers[name] };
          const cause = failureOf(() => readAnswer(answer, 'https://portal.example', 0));
          if (!(cause instanceof Failure)) return false;
          seen.push(cause.error.code);
          const words = describeError(appError.parse(cause.error));
          return !holdsNonsense(cause.error, text) && !holdsNonsense({ ...words }, text);
        }),
        { numRuns: runs },
      );
      expect(seen.length).toBeGreaterThanOrEqual(runs);
    },
    patienceWithRuns,
  );
});
