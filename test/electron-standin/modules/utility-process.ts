import type { ForkOptions, UtilityProcess as ElectronUtility } from 'electron';
import { fork, type ChildProcess } from 'node:child_process';
import { constants as osConstants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { guarded, guardedEmitter, notImplemented } from '../core/guard.ts';
import { launcher } from '../core/launcher.ts';
import { boundToParent } from '../core/parent-death.ts';
import { makeEvent } from '../core/standin-event.ts';
import { app } from './app.ts';

type UtilityApi = Pick<ElectronUtility, 'kill' | 'postMessage' | 'pid' | 'stdout' | 'stderr'>;

const SHIM = fileURLToPath(new URL('../utility/boot.ts', import.meta.url));

type Stream = 'pipe' | 'ignore' | 'inherit';

/** The three streams of a child; its stdin is never there, as in Electron. */
function streamsOf(stdio: NonNullable<ForkOptions['stdio']>): Stream[] {
  const known = (name: string | undefined): Stream =>
    name === 'pipe' || name === 'ignore' ? name : 'inherit';
  const [, out, error] = typeof stdio === 'string' ? ['', stdio, stdio] : stdio;
  return ['ignore', known(out), known(error)];
}

const running = new Set<ChildProcess>();
app.lifecycle.beforeExit(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Electron's UtilityProcess: a child process of Node with Electron's `process.parentPort`. */
class UtilityProcess extends guardedEmitter('UtilityProcess') implements UtilityApi {
  readonly #child: ChildProcess;
  readonly #serviceName: string;
  #spawned = false;
  #exited = false;

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super();
    this.#serviceName = options.serviceName ?? 'Node Utility Process';
    const { stdio = 'inherit', cwd, env = process.env } = options;
    const { compileCache } = launcher;
    const node = boundToParent(launcher.node, options.execArgv ?? []);
    this.#child = fork(SHIM, [modulePath, ...args], {
      execPath: node.program,
      execArgv: [...node.args],
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...env, ...(compileCache === undefined ? {} : { NODE_COMPILE_CACHE: compileCache }) },
      serialization: 'advanced',
      stdio: [...streamsOf(stdio), 'ipc'],
    });
    running.add(this.#child);
    this.#follow();
  }

  #follow(): void {
    const child = this.#child;
    let ended: { code: number | null; signal: NodeJS.Signals | null } | undefined;
    let drained = false;
    const finish = (): void => {
      // the last messages may arrive after the process has ended
      if (ended !== undefined && drained) this.#finish(ended.code, ended.signal);
    };
    child.once('spawn', () => {
      this.#spawned = true;
      this.emit('spawn');
    });
    child.on('message', (message) => this.emit('message', message));
    child.once('disconnect', () => {
      drained = true;
      finish();
    });
    child.once('exit', (code, signal) => {
      running.delete(child);
      ended = { code, signal };
      drained ||= !child.connected;
      finish();
    });
    child.once('error', (error) => this.emit('error', 'FatalError', '', String(error)));
  }

  #finish(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#exited) return;
    this.#exited = true;
    // as waitpid tells it: the number of the signal
    const exitCode = code ?? (signal === null ? 1 : osConstants.signals[signal]);
    if (exitCode !== 0) {
      const reason = signal === 'SIGTERM' || signal === 'SIGKILL' ? 'killed' : 'crashed';
      app.emit('child-process-gone', makeEvent({}), {
        type: 'Utility',
        reason: signal === null ? 'abnormal-exit' : reason,
        exitCode,
        serviceName: 'node.mojom.NodeService',
        name: this.#serviceName,
      });
    }
    this.emit('exit', exitCode);
  }

  get pid(): number | undefined {
    return this.#spawned && !this.#exited ? this.#child.pid : undefined;
  }
  get stdout(): ChildProcess['stdout'] {
    return this.#child.stdout;
  }
  get stderr(): ChildProcess['stderr'] {
    return this.#child.stderr;
  }
  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw notImplemented('UtilityProcess.postMessage with ports');
    // Buffers become Uint8Arrays and functions throw, as between Electron's processes
    const clone: unknown = structuredClone(message);
    if (this.#child.connected) this.#child.send({ data: clone });
  }
  kill(): boolean {
    return !this.#exited && this.#child.kill('SIGTERM');
  }
}

/** `utilityProcess`. */
export const utilityProcess = guarded('utilityProcess', {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    if (!app.lifecycle.isReady) {
      throw new Error('utilityProcess cannot be created before app is ready.');
    }
    return new UtilityProcess(modulePath, args, options);
  },
});
