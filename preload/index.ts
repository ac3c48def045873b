import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from './channels.ts';
import type { PortalBridge } from './contract.ts';

/** A page that leaks listeners is a bug or an attack; either way it stops growing here. */
const maxListeners = 256;

type Listener = (payload: never) => void;
const listeners = new Map<string, Set<Listener>>();
let count = 0;

ipcRenderer.on(eventChannel, (_event, topic: string, payload: never) => {
  for (const listener of listeners.get(topic) ?? []) listener(payload);
});

const bridge: PortalBridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on: (topic, listener) => {
    if (typeof topic !== 'string' || typeof listener !== 'function' || count >= maxListeners) {
      return () => undefined;
    }
    const own = listeners.get(topic) ?? new Set<Listener>();
    if (!own.has(listener)) count += 1;
    listeners.set(topic, own.add(listener));
    return () => {
      if (own.delete(listener)) count -= 1;
    };
  },
};

contextBridge.exposeInMainWorld('portal', bridge);
