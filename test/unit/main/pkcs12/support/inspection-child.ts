// The inspection process as a plain Node process: what `main/inspector/pkcs12-process.ts` is in Electron.
import { serveInspections } from '../../../../../main/pkcs12/inspection-port.ts';

serveInspections({
  post: (answer) => process.send?.(answer),
  listen: (listener) => {
    process.on('message', (message) => {
      // Lets a test see what a file does that brings the process down.
      if (message === 'exhaust-memory') exhaustMemory();
      listener(message);
    });
  },
});

function exhaustMemory(): never {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => `${index} ${kept.length}`));
}
