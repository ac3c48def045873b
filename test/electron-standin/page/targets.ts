import { toAppUrl } from '../core/addresses.ts';
import { contents, windows } from '../core/registry.ts';
import { trace } from '../core/trace.ts';
import { chromium } from '../devtools/chromium.ts';
import type { Protocol } from '../devtools/protocol.ts';
import { BrowserWindow } from '../modules/browser-window.ts';
import type { WebContents } from '../modules/web-contents.ts';

async function pageAppeared(
  { sessionId, targetInfo }: Protocol.Target.attachedToTargetPayload,
  opener: WebContents | undefined,
): Promise<void> {
  const { pipe } = chromium();
  if (targetInfo.type !== 'page') {
    await pipe.session(sessionId).send('Runtime.runIfWaitingForDebugger');
    return;
  }
  if (opener === undefined) {
    // windows of the app ask for their pages one after the other
    const window = BrowserWindow.nextToAppear();
    if (window === undefined) await pipe.session(sessionId).send('Runtime.runIfWaitingForDebugger');
    else await window.adopt(sessionId, targetInfo.targetId);
    return;
  }
  const verdict = opener.windowOpening.verdictOn(targetInfo.url, toAppUrl);
  if (verdict.action !== 'allow') {
    await pipe.session().send('Target.closeTarget', { targetId: targetInfo.targetId });
    return;
  }
  const window = new BrowserWindow(verdict.overrideBrowserWindowOptions ?? {}, true);
  await window.adopt(sessionId, targetInfo.targetId);
  opener.emit('did-create-window', window, { url: toAppUrl(targetInfo.url), options: {} });
}

/** Follows the pages of the running Chromium: those of the app's windows, and those that pages open. */
export async function followTargets(): Promise<void> {
  const root = chromium().pipe.session();
  const find = (wanted: (page: WebContents) => boolean) => [...contents.values()].find(wanted);

  root.on('Target.attachedToTarget', (attached) => {
    const opener = find((page) => page.targetId === attached.targetInfo.openerId);
    // Page.windowOpen, which names the address, comes in the same breath but on another session
    setImmediate(() => void pageAppeared(attached, opener).catch((error) => trace(error)));
  });
  root.on('Target.detachedFromTarget', ({ sessionId }) => {
    const page = find((each) => each.isSession(sessionId));
    chromium().pipe.forget(sessionId);
    for (const window of windows.values()) if (window.webContents === page) window.vanished();
  });
  root.on('Target.targetInfoChanged', ({ targetInfo }) => {
    find((page) => page.isTarget(targetInfo.targetId))?.retitle(targetInfo.title);
  });
  const filter = [{ type: 'page' }];
  await root.send('Target.setDiscoverTargets', { discover: true, filter });
  await root.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter,
  });
}
