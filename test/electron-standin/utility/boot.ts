import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { redirectElectron } from '../redirect.ts';
import { electron } from './electron-in-utility.ts';

/** Node's side of `utilityProcess.fork`: gives the app's script what Electron gives a utility process. */
class ParentPort extends EventEmitter {
  readonly #early: unknown[] = [];
  #isPaused = false;

  constructor() {
    super();
    this.on('newListener', (name) => {
      if (name === 'message') setImmediate(() => this.#release());
    });
  }
  /** Hands on what came before anyone listened. */
  #release(): void {
    while (!this.#isPaused && this.#early.length > 0) this.emit('message', this.#early.shift());
  }
  receive(data: unknown): void {
    const event = { data, ports: [] };
    if (this.#isPaused || this.listenerCount('message') === 0) this.#early.push(event);
    else this.emit('message', event);
  }
  start(): void {
    this.#isPaused = false;
    this.#release();
  }
  pause(): void {
    this.#isPaused = true;
  }
  postMessage(message: unknown): void {
    const clone: unknown = structuredClone(message);
    process.send?.(clone);
  }
}

function dataOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'data' in message
    ? message.data
    : undefined;
}

// only this shim is to be loaded from the cache; the app's script gets the environment it was given
delete process.env['NODE_COMPILE_CACHE'];
const [node = '', , modulePath = '', ...rest] = process.argv;
const entry = resolve(modulePath);
process.argv = [node, entry, ...rest];
const parentPort = new ParentPort();
Object.assign(process, { type: 'utility', parentPort });
process.on('message', (message) => parentPort.receive(dataOf(message)));
process.once('disconnect', () => process.exit());

redirectElectron(new URL('./electron-in-utility.ts', import.meta.url).href, Object.keys(electron));
await import(pathToFileURL(entry).href);
