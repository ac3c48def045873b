import { chromium } from '../devtools/chromium.ts';
import type { DevtoolsSession } from '../devtools/pipe.ts';
import type { Protocol } from '../devtools/protocol.ts';

/** One page of Chromium, known before it exists: commands wait until it is there. */
export class PageTarget {
  /** Resolves once Chromium's page is there and its preload is in place. */
  readonly ready: Promise<void>;
  /** Chromium's name of the page, which is also that of its main frame; empty before it is there. */
  id = '';
  /** Chromium's number of the window that holds the page. */
  windowId = 0;
  #session: DevtoolsSession | undefined;
  #sessionId = '';
  readonly #becomeReady: () => void;
  readonly #onAttach: ((session: DevtoolsSession) => void)[] = [];

  constructor() {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ready = promise;
    this.#becomeReady = resolve;
  }

  /** Calls `listener` when the page is attached, before any command is sent to it. */
  onAttach(listener: (session: DevtoolsSession) => void): void {
    this.#onAttach.push(listener);
  }

  /** Binds this to the page that Chromium has made; `setUp` runs while the page is still held. */
  async attach(
    sessionId: string,
    targetId: string,
    setUp: (session: DevtoolsSession) => Promise<void>,
  ): Promise<void> {
    const session = chromium().pipe.session(sessionId);
    this.#session = session;
    this.#sessionId = sessionId;
    this.id = targetId;
    for (const listener of this.#onAttach) listener(session);
    await setUp(session);
    this.#becomeReady();
  }

  /** Whether the page is there already. */
  get attached(): boolean {
    return this.#session !== undefined;
  }

  /** Whether DevTools calls this page's session by that id. */
  isSession(sessionId: string): boolean {
    return this.#sessionId === sessionId;
  }

  /** Sends a command to the page that is there; rejects if it is not. */
  async command<M extends keyof Protocol.CommandParameters>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<Protocol.CommandReturnValues[M]> {
    return this.#there(method).send(method, params);
  }

  /** Listens to the page that is there, and returns what ends it; throws if it is not. */
  listen<E extends keyof Protocol.Events>(
    event: E,
    listener: (payload: Protocol.Events[E]) => void,
  ): () => void {
    return this.#there(event).on(event, listener);
  }

  #there(what: string): DevtoolsSession {
    if (this.#session === undefined) throw new Error(`${what}: the page is not there yet`);
    return this.#session;
  }
}
