import axios, { AxiosHeaders } from 'axios';
import type { AxiosProgressEvent, AxiosResponse } from 'axios';
import { Agent as HttpAgent } from 'node:http';
import type { ShownCertificate } from '../../preload/contract/errors.ts';
import { expectedError } from '../errors.ts';
import { failure, isFailure } from '../failure.ts';
import { isLoopback } from './address.ts';
import { createLookingAgent } from './peer-certificate.ts';
import { readProxy } from './proxy.ts';
import type { ResolveProxy } from './proxy.ts';

/** One request, as an adapter asks for it. */
export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `https://host[:port]`. Nothing ever goes to another one. */
  origin: string;
  /** Absolute path with the ids in it. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Sent as `application/x-www-form-urlencoded`, or as multipart when it is a FormData. */
  body?: URLSearchParams | FormData;
  token?: string;
  /** `user-id:password` in base64 (RFC 7617), for a portal without sessions; in place of a token. */
  basic?: string;
  idempotencyKey?: string;
  /** Upper limit for the whole exchange in ms; `timeout` of axios is only a limit on silence. */
  deadline?: number;
  signal?: AbortSignal;
  /** The answer is not text: it comes as `bytes`. */
  binary?: boolean;
  /** Bytes handed to the socket, of all the bytes of the body. */
  onSent?: (sent: number, total: number) => void;
};

/** What came back, whatever the status. */
export type HttpAnswer = {
  status: number;
  /** Lower-case name; undefined where absent. */
  header: (name: string) => string | undefined;
  text: string;
  /** Of a binary request. */
  bytes?: Uint8Array;
};

export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

export type HttpOptions = {
  /** The system's proxy rules and PAC file, as Chromium knows them. */
  resolveProxy: ResolveProxy;
  /** Makes this process trust the operating system's authorities; called before the first HTTPS request. */
  trustSystem: () => void;
  userAgent: string;
  /** Silence on the socket after which a request is given up, in ms. */
  idleLimit?: number;
  deadline?: number;
};

/** 500 devices with all their facts are under 1 MB; the limit holds after decompression. */
const maxAnswerBytes = 8 * 1_048_576;
/** The largest upload, its form around it. */
const maxRequestBytes = 2 * 1_048_576;

function headerReader(headers: unknown): HttpAnswer['header'] {
  return (name) => {
    const value = headers instanceof AxiosHeaders ? headers.get(name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
}

/**
 * The one axios instance.
 *
 * It stands on Node's sockets and not on Electron's `net.fetch`, although the latter brings proxy, PAC and trust
 * store along. Read in electron 45 `lib/browser/api/net-fetch.ts` and axios 1.21 `lib/adapters/fetch.js`:
 * net.fetch pipes a body into a ClientRequest that keeps all of it until the end, so upload progress reports the
 * copy in memory and stands at 100 % before the first byte leaves; `redirect: 'manual'`, which `maxRedirects: 0`
 * becomes, fails there without the Location, so the person could not be told where they were being sent; and a TLS
 * failure arrives as a `net::ERR_` text. What net.fetch would bring is done by hand: trust.ts, and the proxy that
 * Chromium resolves. What is lost: SOCKS, and proxies that want a Windows log-on or a client certificate.
 */
export function createHttp(options: HttpOptions): Http {
  const client = axios.create({
    adapter: 'http',
    headers: { 'User-Agent': options.userAgent, Accept: 'application/json' },
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    maxBodyLength: maxRequestBytes,
    timeout: options.idleLimit ?? 30_000,
    responseType: 'text',
    transformResponse: [],
    validateStatus: () => true,
  });
  // A request that changes something gets a socket of its own: a kept one may be dying, and a reset would then
  // leave us not knowing whether the request arrived.
  const kept = {
    http: new HttpAgent({ keepAlive: true }),
    https: createLookingAgent({ keepAlive: true }),
  };
  const fresh = { http: new HttpAgent(), https: createLookingAgent() };

  let hasTrusted = false;

  /** Not at start: reading the system's store takes tens of ms, and nobody may be signed in. */
  function trustOnce(): void {
    if (hasTrusted) return;
    hasTrusted = true;
    options.trustSystem();
  }

  return async (request) => {
    const url = new URL(request.path, request.origin);
    for (const [name, value] of Object.entries(request.query ?? {}))
      url.searchParams.set(name, value);
    if (url.origin !== request.origin) throw failure('invalid-input', { field: 'path' });
    if (url.protocol === 'https:') trustOnce();
    const limit = AbortSignal.timeout(request.deadline ?? options.deadline ?? 45_000);
    const signal = AbortSignal.any(
      request.signal === undefined ? [limit] : [limit, request.signal],
    );
    const agents = request.method === 'GET' ? kept : fresh;
    try {
      const proxy = isLoopback(url.hostname)
        ? false
        : readProxy(await options.resolveProxy(url.href));
      const answer: AxiosResponse<unknown> = await client.request({
        url: url.href,
        method: request.method,
        headers: {
          ...(request.token === undefined ? {} : { Authorization: `Bearer ${request.token}` }),
          ...(request.basic === undefined ? {} : { Authorization: `Basic ${request.basic}` }),
          ...(request.idempotencyKey === undefined
            ? {}
            : { 'Idempotency-Key': request.idempotencyKey }),
        },
        ...(request.body === undefined ? {} : { data: request.body }),
        ...(request.binary === true ? { responseType: 'arraybuffer' } : {}),
        proxy,
        signal,
        httpAgent: agents.http,
        httpsAgent: agents.https.agent,
        ...progress(request),
      });
      return {
        status: answer.status,
        header: headerReader(answer.headers),
        text: typeof answer.data === 'string' ? answer.data : '',
        ...(answer.data instanceof Uint8Array ? { bytes: answer.data } : {}),
      };
    } catch (cause) {
      if (request.signal?.aborted === true) throw failure('cancelled');
      if (limit.aborted) throw failure('timeout');
      throw named(cause, url.host, () => agents.https.shownBy(url.host));
    }
  };
}

function progress(request: HttpRequest): {
  onUploadProgress?: (event: AxiosProgressEvent) => void;
} {
  const { onSent } = request;
  if (onSent === undefined) return {};
  return { onUploadProgress: (event) => onSent(event.loaded, event.total ?? event.loaded) };
}

/** A failure with the host, and the certificate, that the person has to know about; a cause nobody expected stays itself. */
function named(cause: unknown, host: string, shown: () => ShownCertificate | null): unknown {
  if (isFailure(cause)) return cause;
  const error = expectedError(cause);
  if (error === null) return cause;
  const { code, ...facts } = error;
  if (code !== 'tls-untrusted' && code !== 'clock-skew') return failure(code, facts);
  const certificate = shown();
  return failure(code, { ...facts, host, ...(certificate === null ? {} : { certificate }) });
}
