/** One call of something that only the operating system could have shown: a dialog, a link opened. */
export type RecordedCall = { readonly name: string; readonly args: readonly unknown[] };

/** All recorded calls, oldest first. Tests reach it in the main process as `process.standin.calls`. */
export const recordedCalls: RecordedCall[] = [];

/** Remembers a call; `name` like `shell.openExternal`. */
export function record(name: string, ...args: readonly unknown[]): void {
  recordedCalls.push({ name, args });
}
