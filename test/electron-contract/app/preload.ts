import { contextBridge, ipcRenderer, webUtils } from 'electron';

contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
    ipcRenderer.invoke(channel, ...args),
  send: (channel: string, ...args: unknown[]) => ipcRenderer.send(channel, ...args),
  onHeard: (listener: (value: unknown) => void) => {
    const relay = (_event: unknown, value: unknown): void => listener(value);
    ipcRenderer.on('heard', relay);
    return () => void ipcRenderer.off('heard', relay);
  },
  pathOf: (file: File) => webUtils.getPathForFile(file),
  add: (a: number, b: number) => a + b,
  fail: () => {
    throw new TypeError('from the preload');
  },
  nested: { list: [1, 2, 3], versions: typeof process.versions.electron },
});
