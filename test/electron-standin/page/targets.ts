import { setTimeout } from 'node:timers/promises';
import { toAppUrl } from '../core/addresses.ts';
import { contents, windows } from '../core/registry.ts';
import { trace } from '../core/trace.ts';
import { chromium } from '../devtools/chromium.ts';
import type { Protocol } from '../devtools/protocol.ts';
import { BrowserWindow } from '../modules/browser-window.ts';
import type { WebContents } from '../modules/web-contents.ts';

type Attached = Protocol.Target.attachedToTargetPayload;

function findPage(wanted: (page: WebContents) => boolean): WebContents | undefined {
  return [...contents.values()].find(wanted);
}

/** The page that has opened another; a link with `noopener` names none, but has announced the new window. */
function openerOf({ targetInfo }: Attached): WebContents | undefined {
  return (
    findPage((page) => page.targetId === targetInfo.openerId) ??
    findPage((page) => page.windowOpening.announced.length > 0)
  );
}

async function closePage(targetId: string): Promise<void> {
  await chromium().pipe.session().send('Target.closeTarget', { targetId });
}

async function popupAppeared({ sessionId, targetInfo }: Attached, opener: WebContents) {
  const verdict = opener.windowOpening.verdictOn(targetInfo.url, toAppUrl);
  if (verdict.action !== 'allow') {
    await closePage(targetInfo.targetId);
    return;
  }
  const window = new BrowserWindow(verdict.overrideBrowserWindowOptions ?? {}, true);
  await window.adopt(sessionId, targetInfo.targetId);
  opener.emit('did-create-window', window, { url: toAppUrl(targetInfo.url), options: {} });
}

async function pageAppeared(attached: Attached): Promise<void> {
  const { sessionId, targetInfo } = attached;
  if (targetInfo.type === 'page') {
    const asked = targetInfo.openerId === undefined ? BrowserWindow.nextToAppear() : undefined;
    if (asked !== undefined) {
      await asked.adopt(sessionId, targetInfo.targetId);
      return;
    }
    // the announcement of a popup comes on another session, perhaps a moment later
    for (let waited = 0; waited < 20 && openerOf(attached) === undefined; waited += 1) {
      await setTimeout(5);
    }
    const opener = openerOf(attached);
    // a page that nobody can have asked for does not exist in Electron either
    if (opener === undefined) await closePage(targetInfo.targetId);
    else await popupAppeared(attached, opener);
    return;
  }
  await chromium().pipe.session(sessionId).send('Runtime.runIfWaitingForDebugger');
}

/** Follows the pages of the running Chromium: those of the app's windows, and those that pages open. */
export async function followTargets(): Promise<void> {
  const root = chromium().pipe.session();
  root.on('Target.attachedToTarget', (attached) => {
    // Page.windowOpen, which names the address, comes in the same breath but on another session
    setImmediate(() => {
      pageAppeared(attached).catch((error: unknown) => trace('a page was lost', error));
    });
  });
  root.on('Target.detachedFromTarget', ({ sessionId }) => {
    const page = findPage((each) => each.isSession(sessionId));
    chromium().pipe.forget(sessionId);
    for (const window of windows.values()) if (window.webContents === page) window.closedByPerson();
  });
  await root.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });
}
