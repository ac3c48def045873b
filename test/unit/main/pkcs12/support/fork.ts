import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChildProcess } from 'node:child_process';
import type { InspectionProcess } from '../../../../../main/inspector/inspection-queue.ts';

const entry = fileURLToPath(new URL('inspection-child.ts', import.meta.url));

/** The inspection process over node:child_process; `children` collects them, the newest last. */
export function forkInNode(children: ChildProcess[]): () => InspectionProcess {
  return () => {
    const child = fork(entry, [], {
      execArgv: ['--max-old-space-size=64', '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    children.push(child);
    return {
      post: child.send.bind(child),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', () => listener()),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
