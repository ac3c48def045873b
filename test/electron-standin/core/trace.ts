/** Writes to stderr what the stand-in does, when STANDIN_TRACE is set; otherwise does nothing. */
export function trace(...words: unknown[]): void {
  if (process.env['STANDIN_TRACE'] === undefined) return;
  console.error('[stand-in]', Math.round(performance.now()), ...words);
}

/** Throws `error` outside of the present call, so that it reaches the process and is never swallowed. */
export function throwLater(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
