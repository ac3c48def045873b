import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import { callChannel, eventChannel } from './channels.ts';
import type { Payload, PortalBridge, Topic } from './contract.ts';

/** A page that leaks listeners is a bug or an attack; either way it stops growing here. */
const maxListeners = 256;
let listening = 0;

const bridge: PortalBridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on: <T extends Topic>(topic: T, listener: (payload: Payload<T>) => void) => {
    if (typeof listener !== 'function' || listening >= maxListeners) return () => undefined;
    // Electron's event object stays here: the page gets the payload and nothing that leads back.
    const relay = (_event: IpcRendererEvent, told: string, payload: Payload<T>): void => {
      if (told === topic) listener(payload);
    };
    ipcRenderer.on(eventChannel, relay);
    listening += 1;
    let active = true;
    return () => {
      if (!active) return;
      active = false;
      listening -= 1;
      ipcRenderer.off(eventChannel, relay);
    };
  },
};

contextBridge.exposeInMainWorld('portal', bridge);
