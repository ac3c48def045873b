/** What the launcher script has handed over, taken out of the environment so that the app does not see it. */
export type Launcher = {
  /** The stand-in's own executable, which the app takes for Electron's. */
  readonly executable: string;
  /** The node that runs all this. */
  readonly node: string;
  /** Where Node keeps what it has compiled: our sources start ten times as fast from there. */
  readonly compileCache: string | undefined;
};

function take(name: string): string | undefined {
  const value = process.env[name];
  delete process.env[name];
  return value;
}

/** The launcher's part of this process. */
export const launcher: Launcher = {
  executable: take('STANDIN_EXECUTABLE') ?? process.execPath,
  node: process.execPath,
  compileCache: take('NODE_COMPILE_CACHE'),
};
