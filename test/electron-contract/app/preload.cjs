const { contextBridge, ipcRenderer, webUtils } = require('electron');

/** @typedef {(value: unknown) => void} Listener */

contextBridge.exposeInMainWorld('bridge', {
  /** @type {(channel: string, ...args: unknown[]) => Promise<unknown>} */
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  /** @type {(channel: string, ...args: unknown[]) => void} */
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  /** @type {(listener: Listener) => () => void} */
  onHeard: (listener) => {
    /** @type {(event: unknown, value: unknown) => void} */
    const relay = (_event, value) => listener(value);
    ipcRenderer.on('heard', relay);
    return () => void ipcRenderer.off('heard', relay);
  },
  /** @type {(file: File) => string} */
  pathOf: (file) => webUtils.getPathForFile(file),
  /** @type {(a: number, b: number) => number} */
  add: (a, b) => a + b,
  fail: () => {
    throw new TypeError('from the preload');
  },
  nested: { list: [1, 2, 3], versions: typeof process.versions.electron },
});
