import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron';

type Handler = (details: HandlerDetails) => WindowOpenHandlerResponse;

/** What became of a page's wish to open a window. */
export class WindowOpening {
  #handler: Handler | undefined;
  #verdict: WindowOpenHandlerResponse | undefined;
  /** The wishes Chromium has told of whose windows have not appeared yet. */
  readonly announced: { url: string; windowName: string; windowFeatures: string[] }[] = [];

  setHandler(handler: Handler): void {
    this.#handler = handler;
  }

  /** Asks the app's handler, for a page that waits for the answer; true if the window may open. */
  ask(url: string, frameName: string, features: string): boolean {
    const verdict = this.#decide(url, frameName, features);
    // a window that was denied never appears, so its verdict is not for the next one
    this.#verdict = verdict.action === 'allow' ? verdict : undefined;
    return verdict.action === 'allow';
  }

  /** The app's verdict on a window that has appeared; the handler is asked once per window. */
  verdictOn(targetUrl: string, toAppUrl: (url: string) => string): WindowOpenHandlerResponse {
    const announced = this.announced.shift();
    const given = this.#verdict;
    this.#verdict = undefined;
    if (given !== undefined) return given;
    const url = toAppUrl(announced?.url ?? targetUrl);
    return this.#decide(
      url,
      announced?.windowName ?? '',
      announced?.windowFeatures.join(',') ?? '',
    );
  }

  #decide(url: string, frameName: string, features: string): WindowOpenHandlerResponse {
    if (this.#handler === undefined) return { action: 'allow' };
    const referrer = { url: '', policy: 'strict-origin-when-cross-origin' } as const;
    const disposition = features === '' ? 'foreground-tab' : 'new-window';
    return this.#handler({ url, frameName, features, disposition, referrer });
  }
}
