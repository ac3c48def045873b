import { spawn } from 'node:child_process';
import { windows } from '../core/registry.ts';
import { makeEvent } from '../core/standin-event.ts';
import { chromiumIfRunning } from '../devtools/chromium.ts';

/**
 * From start to end of the app, with the order of Electron's events: `before-quit`, `close` and `closed` of
 * every window, `will-quit`, `quit`. Kept apart from `app.isReady`, which Playwright replaces.
 */
export class Lifecycle {
  isReady = false;
  readonly whenReady: Promise<void>;
  readonly #app: NodeJS.EventEmitter;
  readonly #becomeReady: () => void;
  #isQuitting = false;
  #isExiting = false;
  #next: { execPath: string; args: readonly string[] } | undefined;
  readonly #beforeExit: (() => void)[] = [];

  constructor(app: NodeJS.EventEmitter) {
    this.#app = app;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.whenReady = promise;
    this.#becomeReady = resolve;
  }

  /** Chromium runs, the app's entry has been evaluated. */
  ready(): void {
    if (this.#isExiting) return;
    this.isReady = true;
    this.#becomeReady();
    this.#app.emit('ready', makeEvent({}), {});
  }

  /** Whether nothing may be started any more. */
  get isEnding(): boolean {
    return this.#isExiting;
  }

  /** Runs `task` right before the process ends. */
  beforeExit(task: () => void): void {
    this.#beforeExit.push(task);
  }

  /** `app.quit()`: asks every window to close; a prevented `before-quit` or `close` ends the attempt. */
  quit(): void {
    if (this.#isQuitting) return;
    const event = makeEvent({});
    this.#isQuitting = true;
    this.#app.emit('before-quit', event);
    if (event.defaultPrevented) {
      this.#isQuitting = false;
      return;
    }
    if (windows.size === 0) this.#finish();
    for (const window of windows.values()) {
      if (this.#isQuitting) window.close();
    }
  }

  /** To be called when a window has refused to close. */
  closeRefused(): void {
    this.#isQuitting = this.#isExiting;
  }

  /** To be called when a window is gone. */
  windowGone(): void {
    if (windows.size > 0 || this.#isExiting) return;
    if (this.#isQuitting) {
      this.#finish();
      return;
    }
    setImmediate(() => {
      if (windows.size > 0 || this.#isQuitting) return;
      // without a listener of the app's own, Electron quits
      if (!this.#app.emit('window-all-closed')) this.quit();
    });
  }

  /** `app.exit()`: without asking anyone. Before `ready` the process ends at once, as Electron's does. */
  exit(code: number): void {
    if (this.#isExiting) return;
    this.#isQuitting = this.#isExiting = true;
    if (!this.isReady && chromiumIfRunning() === undefined) process.exit(code);
    for (const window of windows.values()) window.destroy();
    this.#app.emit('quit', makeEvent({}), code);
    for (const task of this.#beforeExit) task();
    const browser = chromiumIfRunning();
    void (browser?.close() ?? Promise.resolve()).finally(() => {
      const next = this.#next;
      if (next !== undefined) {
        spawn(next.execPath, next.args, { detached: true, stdio: 'ignore' }).unref();
      }
      process.exit(code);
    });
  }

  /** `app.relaunch()`: starts the app again once it has ended. */
  relaunch(execPath = process.execPath, args: readonly string[] = process.argv.slice(1)): void {
    this.#next = { execPath, args };
  }

  #finish(): void {
    if (this.#isExiting) return;
    const event = makeEvent({});
    this.#app.emit('will-quit', event);
    if (event.defaultPrevented) {
      this.#isQuitting = false;
      return;
    }
    // a quit before `ready` lets the entry run to its end, as in Electron
    if (this.isReady) this.exit(0);
    else setImmediate(() => this.exit(0));
  }
}
