import type { Bridge } from './bridge.ts';
import type { Codec } from './codec.ts';
import type { MainMessage, WorldMessage, WorldQuestion } from './messages.ts';

/** What only Chromium's isolated world of a page has. */
export type WorldTools = {
  /** Halts the page; the main process sees `box`, and answers into it before the page goes on. */
  halt(box: { question?: string; file?: File; answer?: string }): string;
  post(message: WorldMessage): void;
  /** Called by the main process with every message for this page. */
  receive: (text: string) => void;
};

type Listener = (...args: unknown[]) => void;

/**
 * Runs in the isolated world before the page: gives the preload script what a sandboxed preload has in
 * Electron (`require` of electron, events, timers and url, and a small `process`). Its source text is sent into the
 * page, so it refers to nothing outside itself. `preload` is the app's own preload script as a function.
 */
export function isolatedWorld(
  bridge: Bridge,
  codec: Codec,
  tools: WorldTools,
  facts: Record<string, unknown>,
  preload: (...surroundings: unknown[]) => void,
): void {
  const emitter = () => {
    const table = new Map<string, { listener: Listener; once: boolean }[]>();
    const add = (name: string, listener: Listener, once: boolean) => {
      table.set(name, [...(table.get(name) ?? []), { listener, once }]);
      return self;
    };
    const remove = (name: string, listener: Listener) => {
      const left = (table.get(name) ?? []).filter((entry) => entry.listener !== listener);
      table.set(name, left);
      return self;
    };
    const self = {
      on: (name: string, listener: Listener) => add(name, listener, false),
      addListener: (name: string, listener: Listener) => add(name, listener, false),
      once: (name: string, listener: Listener) => add(name, listener, true),
      off: remove,
      removeListener: remove,
      removeAllListeners: (name?: string) => {
        if (name === undefined) table.clear();
        else table.delete(name);
        return self;
      },
      listenerCount: (name: string) => table.get(name)?.length ?? 0,
      emit: (name: string, ...args: unknown[]) => {
        const entries = table.get(name) ?? [];
        for (const { listener, once } of entries) {
          if (once) remove(name, listener);
          listener(...args);
        }
        return entries.length > 0;
      },
    };
    return self;
  };
  const guarded = (name: string, api: object): unknown =>
    new Proxy(api, {
      get(target, key, receiver): unknown {
        if (typeof key === 'symbol' || key in target || key === 'then') {
          return Reflect.get(target, key, receiver);
        }
        throw new Error(`stand-in: ${name}.${key} is not implemented in a preload`);
      },
    });

  const waiting = new Map<number, { resolve: Listener; reject: Listener }>();
  let invoked = 0;
  const ask = (question: WorldQuestion): unknown =>
    codec.decode(tools.halt({ question: codec.encode(question) }));
  const events = emitter();
  const ipcRenderer = Object.assign(events, {
    send: (channel: string, ...args: unknown[]) => tools.post({ kind: 'send', channel, args }),
    sendSync: (channel: string, ...args: unknown[]) => ask({ kind: 'sync', channel, args }),
    invoke: async (channel: string, ...args: unknown[]) => {
      invoked += 1;
      const id = invoked;
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      tools.post({ kind: 'invoke', id, channel, args });
      waiting.set(id, { resolve, reject });
      return promise;
    },
  });
  const isMainMessage = (value: unknown): value is MainMessage =>
    typeof value === 'object' && value !== null && 'kind' in value;
  tools.receive = (text) => {
    const message = codec.decode(text);
    if (!isMainMessage(message)) return;
    if (message.kind === 'event') {
      events.emit(message.channel, { sender: ipcRenderer, ports: [] }, ...message.args);
      return;
    }
    const settle = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'reply') settle?.resolve(message.value);
    else settle?.reject(message.error);
  };

  bridge.handlers['open'] = (url: string, name: string, features: string) =>
    ask({ kind: 'open', url, name, features });
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => void bridge.call('expose', name, api),
  };
  const webUtils = {
    getPathForFile: (file: unknown) => {
      if (!(file instanceof File)) throw new TypeError('getPathForFile needs a File');
      return tools.halt({ file });
    },
  };

  const setImmediate = (task: Listener, ...args: unknown[]) => setTimeout(task, 0, ...args);
  const electron = guarded('electron', {
    contextBridge: guarded('contextBridge', contextBridge),
    ipcRenderer: guarded('ipcRenderer', ipcRenderer),
    webUtils: guarded('webUtils', webUtils),
  });
  const modules: Record<string, unknown> = {
    electron,
    events: { EventEmitter: emitter },
    timers: { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate },
    url: { URL, URLSearchParams },
  };
  const require = (name: string): unknown => {
    const found = modules[name.replace(/^node:/, '').replace(/^electron\/.*/, 'electron')];
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  };
  const process = {
    ...facts,
    env: {},
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: window.top === window,
    nextTick: (task: Listener, ...args: unknown[]) => queueMicrotask(() => task(...args)),
    ...emitter(),
  };
  const module = { exports: {} };
  try {
    preload(require, process, module, module.exports, globalThis, setImmediate);
  } catch (error) {
    tools.post({ kind: 'preload-error', error });
    console.error('Unable to load preload script', error);
  }
}
