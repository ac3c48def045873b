import { toAppUrl, toChromiumUrl } from '../core/addresses.ts';
import { makeEvent } from '../core/standin-event.ts';
import { trace } from '../core/trace.ts';
import type { DevtoolsSession } from '../devtools/pipe.ts';
import type { Protocol } from '../devtools/protocol.ts';
import type { WebContents } from '../modules/web-contents.ts';
import type { FrameTree } from './frame-tree.ts';
import { netErrorNumber } from './net-errors.ts';
import type { PageTarget } from './page-target.ts';
import { judgeRequest } from './web-request.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/** Loads documents for the main process, and lets the app judge those that pages ask for. */
export class Navigation {
  readonly #contents: WebContents;
  readonly #target: PageTarget;
  readonly #tree: FrameTree;
  /** The frames whose page, and not the main process, has asked for their next document. */
  readonly #askedByPage = new Set<string>();
  readonly #awaited = new Map<string, () => void>();
  /** Chromium's name of the document that has loaded last. */
  #lastLoaded = '';

  constructor(contents: WebContents, target: PageTarget, tree: FrameTree) {
    this.#contents = contents;
    this.#target = target;
    this.#tree = tree;
    target.onAttach((session) => this.#follow(session));
  }

  /** Loads an address as `webContents.loadURL` does: resolves when the page has loaded. */
  async load(url: string): Promise<void> {
    await this.#target.ready;
    const { errorText, loaderId } = await this.#target.command('Page.navigate', {
      url: toChromiumUrl(url),
    });
    if (errorText !== undefined) {
      const code = errorText.replace('net::', '');
      const number = netErrorNumber(errorText);
      this.#contents.emit('did-fail-load', makeEvent({}), number, code, url, true, 1, 1);
      const message = `${code} (${number}) loading '${url}'`;
      throw Object.assign(new Error(message), { code, errno: number, url });
    }
    // without a loader it was a jump within the document
    if (loaderId === undefined || loaderId === this.#lastLoaded) return;
    await new Promise<void>((resolve) => {
      this.#awaited.set(loaderId, resolve);
    });
  }

  /** To be called when a document has loaded. */
  loaded(loaderId: string): void {
    this.#lastLoaded = loaderId;
    this.#awaited.get(loaderId)?.();
    this.#awaited.delete(loaderId);
  }

  #follow(session: DevtoolsSession): void {
    session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      if (disposition !== 'currentTab') {
        // a click with Ctrl or the middle button, which Page.windowOpen does not tell of
        const opening = { url, windowName: '', windowFeatures: [] };
        if (disposition !== 'download') this.#contents.windowOpening.announced.push(opening);
        return;
      }
      this.#askedByPage.add(frameId);
      // Chromium hands these to the system, not to the network, so nothing will be intercepted
      if (!/^(https?|file|javascript|blob|data|about):/i.test(url))
        this.#judge(frameId, url, false);
    });
    session.on('Fetch.requestPaused', (paused) => {
      this.#decide(paused).catch((error: unknown) => trace('an interception was lost', error));
    });
  }

  async #decide(paused: Paused): Promise<void> {
    const { requestId, request, frameId, resourceType, redirectedRequestId } = paused;
    const url = request.url + (request.urlFragment ?? '');
    const isDocument = resourceType === 'Document';
    const refused =
      (isDocument && this.#judge(frameId, url, redirectedRequestId !== undefined)) ||
      (await judgeRequest(this.#contents, paused, this.#tree.frames.get(frameId)));
    const response = refused ? undefined : await this.#contents.session.answerFor(url);
    if (refused) {
      const errorReason = isDocument ? 'Aborted' : 'BlockedByClient';
      await this.#target.command('Fetch.failRequest', { requestId, errorReason });
    } else if (response === undefined) {
      await this.#target.command('Fetch.continueRequest', { requestId });
    } else {
      await this.#target.command('Fetch.fulfillRequest', { requestId, ...response });
    }
  }

  /** Whether the app prevents this document. */
  #judge(frameId: string, chromiumUrl: string, isRedirect: boolean): boolean {
    const isMainFrame = frameId === this.#tree.main.id;
    const byPage = this.#askedByPage.delete(frameId) || (!isMainFrame && !isRedirect);
    if (!byPage && !isRedirect) return false;
    const url = toAppUrl(chromiumUrl);
    const frame = this.#tree.frames.get(frameId)?.publicFrame ?? null;
    const event = makeEvent({
      url,
      isMainFrame,
      isSameDocument: false,
      frame,
      initiator: byPage ? this.#tree.main.publicFrame : null,
    });
    if (isRedirect) {
      this.#contents.emit('will-redirect', event, url, false, isMainFrame, 1, 1);
      return event.defaultPrevented;
    }
    this.#contents.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) {
      this.#contents.emit('will-navigate', event, url, false, true, 1, 1);
    }
    return event.defaultPrevented;
  }
}
