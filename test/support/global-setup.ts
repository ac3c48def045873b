import { run } from '../run/steps.ts';
import { adoptElectronRuntime } from '../run/electron-runtime.ts';

/** Once before all suites: the app is built, and `electron` means the runtime that this machine has. */
export default async function setUp(): Promise<void> {
  console.log(adoptElectronRuntime().sentence);
  const { code, output } = await run('vite', ['build', '--logLevel', 'warn'], { quiet: true });
  if (code !== 0) throw new Error(output);
}
