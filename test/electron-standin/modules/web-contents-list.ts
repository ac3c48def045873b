import { guarded } from '../core/guard.ts';
import { contents } from '../core/registry.ts';
import type { WebFrameMain } from '../page/web-frame-main.ts';
import { BrowserWindow } from './browser-window.ts';

/** The statics of Electron's `webContents`. */
export const webContents = guarded('webContents', {
  getAllWebContents: () => [...contents.values()],
  fromId: (id: number) => contents.get(id),
  fromFrame: (frame: WebFrameMain) =>
    [...contents.values()].find((page) => page.mainFrame === frame.top),
  fromDevToolsTargetId: (targetId: string) =>
    [...contents.values()].find((page) => page.isTarget(targetId)),
  getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
});
