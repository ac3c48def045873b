/* npm run package: an installable package for the platform it runs on, into dist/. */
import { findElectronRuntime } from './electron-runtime.ts';
import { run } from './steps.ts';

const runtime = findElectronRuntime();
if (runtime.kind !== 'real') {
  console.error(`A package needs Electron's own runtime: ${runtime.reason}`);
  process.exit(1);
}
const build = await run('vite', ['build', '--logLevel', 'warn']);
if (build.code !== 0) process.exit(build.code);
const { code } = await run('electron-builder', ['--publish', 'never', ...process.argv.slice(2)]);
process.exitCode = code;
