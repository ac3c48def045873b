import { Pkcs12Error } from '../../../../../main/pkcs12/errors.ts';

/** The kind of the `Pkcs12Error` that `run` throws; `none` when it throws nothing, the error itself when untyped. */
export function failureOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return kindOf(error);
  }
}

/** The same for work that takes its time. */
export async function failureOfAsync(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return 'none';
  } catch (error) {
    return kindOf(error);
  }
}

function kindOf(error: unknown): string {
  return error instanceof Pkcs12Error ? error.kind : `untyped: ${String(error)}`;
}
