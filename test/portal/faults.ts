/** What goes wrong with a request; security.md section 6, "Network and portal", row by row. */
export type Fault =
  /** Another answer in the portal's place; the portal never sees the request. */
  | {
      kind: 'answer';
      status: number;
      headers?: Record<string, string>;
      /** JSON when it is no text. */
      body?: unknown;
    }
  /** The answer comes after some time. */
  | { kind: 'delay'; ms: number }
  /** No answer ever comes; the socket stays open. The portal never sees the request. */
  | { kind: 'silence' }
  /** The answer comes one byte at a time. */
  | { kind: 'drip'; everyMs: number }
  /**
   * The connection is reset. `mid-upload`: after the first bytes of the body, and the portal never sees the
   * request. `before-status`, `mid-body` and `after-body`: the portal has done what was asked.
   */
  | { kind: 'reset'; when: 'mid-upload' | 'before-status' | 'mid-body' | 'after-body' }
  /** The portal's answer with another body. */
  | { kind: 'body'; change: BodyChange }
  /** The portal's answer with its JSON changed: unknown values, missing fields, hostile text. */
  | { kind: 'json'; change: (answer: unknown) => unknown }
  /** The portal's answer under another content type. */
  | { kind: 'content-type'; type: string }
  /** A sign-in page with 200, as a captive portal or a single sign-on sends it. */
  | { kind: 'html-login' }
  /** A body of this many bytes of valid JSON, told in `Content-Length` or not. */
  | { kind: 'huge'; bytes: number; chunked: boolean }
  /** A small body that unpacks to this many bytes. */
  | { kind: 'gzip-bomb'; bytes: number }
  /** JSON nested this deep. */
  | { kind: 'deep'; levels: number }
  /** Sends the client elsewhere. */
  | { kind: 'redirect'; to: string; status: 301 | 302 | 303 | 307 | 308 }
  /** The portal's answer with its `Date` header off by some ms. */
  | { kind: 'clock'; skewMs: number };

export type BodyChange = 'truncated' | 'malformed' | 'empty' | 'wrong-charset' | 'duplicated-key';

/** An answer as it goes over the wire. */
export type Wire = { status: number; headers: Record<string, string | string[]>; body: Buffer };

/** `429 RetryLater` with a `Retry-After` of any sort: seconds, a date, none, negative, ten years. */
export function tooManyRequests(retryAfter: string | null): Fault {
  const headers = retryAfter === null ? {} : { 'Retry-After': retryAfter };
  const globalErrors = [{ code: 'RetryLater', message: 'Slow down.' }];
  const body = { errors: { globalErrors, fieldErrors: null }, result: null };
  return { kind: 'answer', status: 429, headers, body };
}

/** An error of the portal's machinery, with the HTML that gateways like to send. */
export function gatewayError(status: 500 | 502 | 503 | 504): Fault {
  const body = `<html><head><title>${status}</title></head><body><h1>Error ${status}</h1></body></html>`;
  return { kind: 'answer', status, headers: { 'Content-Type': 'text/html' }, body };
}

/** A proxy on the way that wants to know who is there. */
export const proxyWantsPassword: Fault = {
  kind: 'answer',
  status: 407,
  headers: { 'Proxy-Authenticate': 'Basic realm="corporate"', 'Content-Type': 'text/html' },
  body: '<h1>Proxy authentication required</h1>',
};

/** A session that ended in between. */
export const sessionExpired: Fault = {
  kind: 'answer',
  status: 401,
  body: {
    errors: { globalErrors: [{ code: 'SessionExpired', message: '' }], fieldErrors: null },
    result: null,
  },
};
