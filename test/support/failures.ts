import { Failure } from '../../main/failure.ts';
import type { AppError } from '../../preload/contract/errors.ts';

function errorIn(cause: unknown): AppError {
  if (cause instanceof Failure) return cause.error;
  throw cause;
}

/** The value that a function fails with; anything but an expected failure fails the test. */
export function failureOf(run: () => unknown): AppError {
  try {
    run();
  } catch (cause) {
    return errorIn(cause);
  }
  throw new Error('nothing failed');
}

/** The value that a promise fails with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<AppError> {
  const cause: unknown = await promise.then(
    () => new Error('nothing failed'),
    (thrown: unknown) => thrown,
  );
  return errorIn(cause);
}
