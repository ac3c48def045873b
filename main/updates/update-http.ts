import { configureRequestOptions, configureRequestUrl, HttpExecutor } from 'builder-util-runtime';
import type { DownloadOptions } from 'builder-util-runtime';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeader } from 'node:http';
import { Agent, request } from 'node:https';
import type { RequestOptions } from 'node:https';

/** As much of a request as electron-updater needs. */
type UpdateRequest = { abort: () => void; end: (data?: Buffer) => void };

/** An honest feed file has less than 4 kB. */
const maxTextBytes = 262_144;
const maxPackageBytes = 1_073_741_824;
const textDeadlineMs = 30_000;
/** Of one check or one download: a feed that leads on and on leads nowhere. */
const maxRequests = 12;

/** A request that fails when it is sent. */
function refusedRequest(reason: string): UpdateRequest {
  return Object.assign(new EventEmitter(), {
    abort: () => undefined,
    end(this: EventEmitter) {
      queueMicrotask(() => this.emit('error', new Error(reason)));
    },
  });
}

/** The headers without the number that electron-updater gives each installation. */
function withoutStagingId(headers: RequestOptions['headers']): Record<string, OutgoingHttpHeader> {
  // As a list of lines is never how electron-updater gives them.
  const all = headers === undefined || Array.isArray(headers) ? [] : Object.entries(headers);
  return Object.fromEntries(
    all.flatMap(([name, value]) =>
      name === 'x-user-staging-id' || value === undefined ? [] : [[name, value]],
    ),
  );
}

/** Ends an answer that is larger than it can honestly be. */
function limitSize(response: IncomingMessage, maxBytes: number): void {
  let received = 0;
  response.on('data', (chunk: Buffer | string) => {
    received += chunk.length;
    if (received > maxBytes) response.destroy(new Error('the feed sends too much'));
  });
}

export type UpdateHttpOptions = {
  /** Certificate authorities to trust, PEM, in a test; otherwise those of this process. */
  ca?: string;
};

/**
 * How electron-updater reaches its feed: `https:` only, also after a redirect, with limits on size, time and number.
 * Electron's own `net`, which it takes otherwise, would be stopped by the wall that keeps the page off the network
 * (window/security.ts): that holds for every session.
 */
export class UpdateHttp extends HttpExecutor<UpdateRequest> {
  readonly #options: UpdateHttpOptions;
  #agent = new Agent();
  #requests = 0;

  constructor(options: UpdateHttpOptions = {}) {
    super();
    this.#options = options;
  }

  /**
   * Begins anew to count requests, and goes by this proxy from now on.
   *
   * @param proxy its address, `http://host:port`; null for none
   */
  begin(proxy: string | null): void {
    this.#requests = 0;
    this.#agent = new Agent(proxy === null ? {} : { proxyEnv: { HTTPS_PROXY: proxy } });
  }

  /**
   * Downloads a package to a file; a wrong checksum rejects. electron-updater asks for it by this name, as its own
   * stack for Electron has it.
   */
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const asked = { headers: options.headers ?? {}, redirect: 'manual' };
      configureRequestUrl(url, asked);
      configureRequestOptions(asked);
      const callback = (error: Error | null): void => {
        if (error instanceof Error) reject(error);
        else resolve(destination);
      };
      const call = { destination, options, onCancel, callback, responseHandler: null };
      this.doDownload(asked, call, 0);
    });
  }

  override createRequest(
    options: RequestOptions,
    callback: (response: IncomingMessage) => void,
  ): UpdateRequest {
    this.#requests += 1;
    if (this.#requests > maxRequests) return refusedRequest('the feed leads in circles');
    if (options.protocol !== 'https:') return refusedRequest('only https is good enough');
    const isPackage = 'redirect' in options;
    const { ca } = this.#options;
    return request(
      {
        ...options,
        headers: withoutStagingId(options.headers),
        agent: this.#agent,
        ...(ca === undefined ? {} : { ca }),
        ...(isPackage ? {} : { signal: AbortSignal.timeout(textDeadlineMs) }),
      },
      (response) => {
        callback(response);
        // After it: who listens to the data first sets the stream in motion.
        limitSize(response, isPackage ? maxPackageBytes : maxTextBytes);
      },
    );
  }
}
