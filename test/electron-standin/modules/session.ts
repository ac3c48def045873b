import type { Session } from 'electron';
import { schemes } from '../core/addresses.ts';
import { guarded, guardedEmitter, notImplemented } from '../core/guard.ts';
import { refuseUnsentEvents } from '../core/events-refused.ts';
import { contents } from '../core/registry.ts';
import { chromium } from '../devtools/chromium.ts';
import { app } from './app.ts';
import { switches } from './command-line.ts';
import { standinFetch } from './net.ts';
import { applyPermissions, type PermissionRequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';
import { proxyFor } from './proxy.ts';
import { makeWebRequest } from './web-request.ts';

type SessionApi = Pick<
  Session,
  | 'clearCache'
  | 'clearStorageData'
  | 'fetch'
  | 'flushStorageData'
  | 'getStoragePath'
  | 'isPersistent'
  | 'isSpellCheckerEnabled'
  | 'resolveProxy'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
>;
type Answer = {
  responseCode: number;
  responseHeaders: { name: string; value: string }[];
  body: string;
};

/** Electron's Session; there is only the default one. */
class StandinSession extends guardedEmitter('session') implements SessionApi {
  readonly protocol = protocol;
  readonly webRequest = makeWebRequest(() => this.#changed());
  constructor() {
    super();
    refuseUnsentEvents('session', this);
  }

  #permissionHandler: PermissionRequestHandler | undefined;
  #spellChecks = true;

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this.#permissionHandler = handler ?? undefined;
    this.#changed();
  }
  // Chromium's own checks follow the verdicts of the request handler, so this one is never asked
  setPermissionCheckHandler(): void {}
  // a device is only ever chosen in a dialog that neither Electron nor this shows by itself
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}

  setSpellCheckerEnabled(enabled: boolean): void {
    this.#spellChecks = enabled;
  }
  isSpellCheckerEnabled(): boolean {
    return this.#spellChecks;
  }
  setSpellCheckerLanguages(): void {}

  resolveProxy(url: string): Promise<string> {
    return Promise.resolve(proxyFor(url, process.env, switches.get('proxy-server')));
  }
  fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    return standinFetch(input, init);
  }
  isPersistent(): boolean {
    return true;
  }
  getStoragePath(): string {
    return app.getPath('sessionData');
  }
  flushStorageData(): void {}
  async clearCache(): Promise<void> {
    await this.#anyPage('Network.clearBrowserCache');
  }
  async clearStorageData(): Promise<void> {
    const origins = [...contents.values()].map((page) => page.chromiumOrigin);
    for (const origin of new Set(origins.filter((known) => known !== ''))) {
      await this.#storage(origin);
    }
    await this.#anyPage('Network.clearBrowserCookies');
  }

  /** Gives this session's rules to a page that has just appeared. */
  async applyTo(page: object, url: string): Promise<void> {
    await applyPermissions(this.#permissionHandler, page, url);
  }

  /** What the app's handler for `file:` answers, for an intercepted request; undefined if there is none. */
  async answerFor(url: string): Promise<Answer | undefined> {
    const handler = url.startsWith('file:') ? schemes.get('file')?.handler : undefined;
    if (handler === undefined) return undefined;
    const response = await handler(new Request(url));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
    return { responseCode: response.status, responseHeaders, body };
  }

  #changed(): void {
    for (const page of contents.values()) page.sessionChanged();
  }
  async #anyPage(method: 'Network.clearBrowserCache' | 'Network.clearBrowserCookies') {
    const [page] = contents.values();
    await page?.command(method);
  }
  async #storage(origin: string): Promise<void> {
    const [page] = contents.values();
    await page?.command('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await chromium().pipe.session().send('Browser.getVersion');
  }
}

let only: StandinSession | undefined;

function defaultSession(): StandinSession {
  if (!app.lifecycle.isReady) throw new Error('Session can only be received when app is ready');
  only ??= new StandinSession();
  return only;
}

export type { StandinSession };

/** `session`: the default session; other partitions are not implemented. */
export const session = guarded('session', {
  get defaultSession() {
    return defaultSession();
  },
  fromPartition(partition: string) {
    if (partition !== '') throw notImplemented(`session.fromPartition('${partition}')`);
    return defaultSession();
  },
});
