import { utilityProcess } from 'electron';
import { fileURLToPath } from 'node:url';
import type { InspectionProcess } from './inspection-queue.ts';

/** Megabytes of JavaScript heap that the inspection process gets; past it it ends, and main says so. */
const heapLimit = 256;

/** Starts the inspection process as an Electron utility process: with an empty environment, without output. */
export function forkInspectionProcess(): InspectionProcess {
  const child = utilityProcess.fork(
    fileURLToPath(new URL('pkcs12-process.js', import.meta.url)),
    [],
    {
      execArgv: [`--max-old-space-size=${heapLimit}`],
      serviceName: 'Latchkey file inspection',
      stdio: 'ignore',
      env: {},
    },
  );
  return {
    post: child.postMessage.bind(child),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
