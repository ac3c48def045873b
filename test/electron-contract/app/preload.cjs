const { contextBridge, ipcRenderer, webUtils } = require('electron');

contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  onHeard: (listener) => {
    const relay = (_event, value) => listener(value);
    ipcRenderer.on('heard', relay);
    return () => ipcRenderer.off('heard', relay);
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  add: (a, b) => a + b,
  fail: () => {
    throw new TypeError('from the preload');
  },
  nested: { list: [1, 2, 3], versions: typeof process.versions.electron },
});
