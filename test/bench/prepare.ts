import { adoptElectronRuntime } from '../run/electron-runtime.ts';
import { run } from '../run/steps.ts';

/** Builds the app, and says what `electron` means on this machine. */
export async function prepareApp(): Promise<void> {
  console.log(adoptElectronRuntime().sentence);
  const { code, output } = await run('vite', ['build', '--logLevel', 'warn'], { quiet: true });
  if (code !== 0) throw new Error(output);
}
