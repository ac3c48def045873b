import { toAppUrl } from '../core/addresses.ts';
import { makeEvent } from '../core/standin-event.ts';
import type { DevtoolsSession } from '../devtools/pipe.ts';
import type { Protocol } from '../devtools/protocol.ts';
import type { WebContents } from '../modules/web-contents.ts';
import type { FrameTree } from './frame-tree.ts';
import type { Navigation } from './navigation.ts';
import { netErrorNumber } from './net-errors.ts';
import type { PageTarget } from './page-target.ts';

type Place = { lineNumber?: number | undefined; url?: string | undefined };

const LEVELS: Readonly<Record<string, string>> = {
  assert: 'error',
  debug: 'debug',
  error: 'error',
  verbose: 'debug',
  warning: 'warning',
};

function shown(value: Protocol.Runtime.RemoteObject): string {
  const plain: unknown = value.value;
  if (typeof plain === 'string') return plain;
  if (plain !== undefined) return JSON.stringify(plain);
  return value.description ?? value.unserializableValue ?? value.type;
}

/** Turns Chromium's reports about a page into the events of Electron's WebContents. */
export class LoadEvents {
  isLoading = false;
  /** Whether anything but the empty first document was ever loaded. */
  #hasContent = false;
  #wasReady = false;
  readonly #contents: WebContents;
  readonly #tree: FrameTree;
  readonly #navigation: Navigation;

  constructor(contents: WebContents, target: PageTarget, tree: FrameTree, navigation: Navigation) {
    this.#contents = contents;
    this.#tree = tree;
    this.#navigation = navigation;
    target.onAttach((session) => {
      this.#followLoading(session);
      this.#followConsole(session);
    });
  }

  #followLoading(session: DevtoolsSession): void {
    const { main } = this.#tree;
    const emit = (name: string, ...args: unknown[]) =>
      void this.#contents.emit(name, makeEvent({}), ...args);

    session.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frameId !== main.id || this.isLoading) return;
      this.isLoading = true;
      emit('did-start-loading');
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      const { url, urlFragment, unreachableUrl, parentId } = frame;
      if (url === 'about:blank' && !this.#hasContent) return;
      const appUrl = toAppUrl(url + (urlFragment ?? ''));
      if (unreachableUrl !== undefined) {
        const number = netErrorNumber('ERR_FAILED');
        const failedUrl = toAppUrl(unreachableUrl);
        emit('did-fail-load', number, 'ERR_FAILED', failedUrl, parentId === undefined, 1, 1);
        return;
      }
      if (parentId === undefined) {
        this.#hasContent = true;
        emit('did-navigate', appUrl, 200, 'OK');
      }
      emit('did-frame-navigate', appUrl, 200, 'OK', parentId === undefined, 1, 1);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      emit('did-navigate-in-page', toAppUrl(url), frameId === main.id, 1, 1);
    });
    session.on('Page.domContentEventFired', () => {
      if (this.#hasContent) emit('dom-ready');
    });
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId !== main.id || !this.#hasContent) return;
      if (name === 'firstPaint') this.#announceReady();
      if (name !== 'load') return;
      emit('did-frame-finish-load', true, 1, 1);
      emit('did-finish-load');
      this.isLoading = false;
      emit('did-stop-loading');
      this.#navigation.loaded(loaderId);
      // a page without anything to paint never reports its first paint
      setTimeout(() => this.#announceReady(), 300).unref();
    });
  }

  /** Once per window: `ready-to-show`. */
  #announceReady(): void {
    if (this.#wasReady || this.#contents.isDestroyed()) return;
    this.#wasReady = true;
    this.#contents.emit('standin:ready-to-show');
  }

  #followConsole(session: DevtoolsSession): void {
    session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      this.#console(type, args.map(shown).join(' '), stackTrace?.callFrames[0] ?? {});
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const { exception, text } = exceptionDetails;
      this.#console('error', `Uncaught ${exception?.description ?? text}`, exceptionDetails);
    });
    session.on('Log.entryAdded', ({ entry }) => this.#console(entry.level, entry.text, entry));
  }

  #console(type: string, message: string, place: Place): void {
    const level = LEVELS[type] ?? 'info';
    const lineNumber = (place.lineNumber ?? 0) + 1;
    const sourceId = toAppUrl(place.url ?? '');
    const frame = this.#tree.main.publicFrame;
    const event = makeEvent({ level, message, lineNumber, sourceId, frame });
    this.#contents.emit('console-message', event);
  }
}
