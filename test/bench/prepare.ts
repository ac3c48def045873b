import { availableParallelism, loadavg } from 'node:os';
import { adoptElectronRuntime } from '../run/electron-runtime.ts';
import { run } from '../run/steps.ts';

/** Builds the app, and says what `electron` means on this machine and whether it is busy with something else. */
export async function prepareApp(): Promise<void> {
  console.log(adoptElectronRuntime().sentence);
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  const state = `Load ${load.toFixed(1)} on ${cores} cores before the start.`;
  console.log(
    load > cores ? `${state} Times are those of a busy machine: read the ratios.` : state,
  );
  const { code, output } = await run('vite', ['build', '--logLevel', 'warn'], { quiet: true });
  if (code !== 0) throw new Error(output);
}
