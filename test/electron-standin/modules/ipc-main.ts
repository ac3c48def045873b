import type { IpcMain } from 'electron';
import { guardedEmitter } from '../core/guard.ts';

type IpcApi = Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;
type Handler = (event: never, ...args: never[]) => unknown;

/** Electron's IpcMain, of the whole app or of one web contents; `on` and `once` are the EventEmitter's. */
export class StandinIpc extends guardedEmitter('ipcMain') implements IpcApi {
  readonly #handlers = new Map<string, Handler>();

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...args: never[]) => {
      this.removeHandler(channel);
      return Reflect.apply(handler, undefined, args);
    });
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Whether `handle` was called for this channel. */
  handles(channel: string): boolean {
    return this.#handlers.has(channel);
  }
  /** Runs the handler of a channel; resolves or rejects as it does. */
  async run(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const result: unknown = await Reflect.apply(handler, undefined, [event, ...args]);
    return result;
  }
}

/** `ipcMain`. */
export const ipcMain = new StandinIpc();
