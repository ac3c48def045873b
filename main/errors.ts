import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { AppError, ErrorCode } from '../preload/contract/errors.ts';
import { Failure } from './failure.ts';
import type { Log } from './log.ts';

/** Codes of Node's sockets, resolver, TLS and file system, and of axios, as states of the world. */
const byNodeCode: Record<string, ErrorCode> = {
  ENOTFOUND: 'offline',
  EAI_AGAIN: 'offline',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  ECONNRESET: 'portal-unreachable',
  ECONNABORTED: 'timeout',
  EPIPE: 'portal-unreachable',
  ERR_NETWORK: 'portal-unreachable',
  ERR_SOCKET_CONNECTION_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ERR_CANCELED: 'cancelled',
  ABORT_ERR: 'cancelled',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  // What a server's broken HTTP is to Node: `Parse Error`, an answer that ends too early, a body that does not inflate.
  HPE_INVALID_CONSTANT: 'invalid-response',
  HPE_HEADER_OVERFLOW: 'invalid-response',
  HPE_INVALID_HEADER_TOKEN: 'invalid-response',
  HPE_INVALID_CONTENT_LENGTH: 'invalid-response',
  Z_DATA_ERROR: 'invalid-response',
  Z_BUF_ERROR: 'invalid-response',
  ERR_BAD_RESPONSE: 'invalid-response',
  // A certificate from the future is nearly always a computer whose clock is in the past.
  CERT_NOT_YET_VALID: 'clock-skew',
};

/** No connection came about, so nothing was sent; a request that changes something need not be asked after. */
const neverConnected = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'EHOSTDOWN']);

/** OpenSSL's verification failures and Node's own TLS refusals: X509_verify_cert_error_string(3). */
const tlsCode =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH)|EPROTO$/u;

const thrown = z.object({
  name: z.string().catch('Error'),
  code: z.string().optional().catch(undefined),
  message: z.string().catch(''),
  stack: z.string().optional().catch(undefined),
});

function known(code: string, message: string): AppError | null {
  if (code === 'ERR_BAD_RESPONSE' && message.includes('maxContentLength'))
    return { code: 'too-large', reason: 'answer' };
  if (neverConnected.has(code)) return { code: 'portal-unreachable', reason: 'not-connected' };
  if (message.includes('maxBodyLength')) return { code: 'too-large', reason: 'request' };
  const word = Object.hasOwn(byNodeCode, code) ? byNodeCode[code] : undefined;
  if (word !== undefined) return { code: word };
  if (tlsCode.test(code)) return { code: 'tls-untrusted', reason: code.slice(0, 128) };
  if (code.startsWith('HPE_')) return { code: 'invalid-response' };
  return null;
}

/**
 * Turns a cause that is not a bug into its code: sockets, resolver, TLS, file system, axios, abort. Null for
 * anything that this app does not expect.
 */
export function expectedError(cause: unknown): AppError | null {
  if (cause instanceof Failure) return cause.error;
  const parsed = thrown.safeParse(cause);
  if (!parsed.success) return null;
  const { name, code, message } = parsed.data;
  if (name === 'TimeoutError') return { code: 'timeout' };
  if (name === 'AbortError' || name === 'CanceledError') return { code: 'cancelled' };
  if (code === undefined) return null;
  return known(code, message);
}

/**
 * The only place where causes become what the page gets. An unknown cause is a bug: it is logged without its
 * message, which may quote anything, and becomes `internal` with a reference of 8 characters.
 *
 * @param where which call or job failed, for the log
 */
export function toAppError(cause: unknown, where: string, log: Log): AppError {
  const expected = expectedError(cause);
  if (expected !== null) return expected;
  const reference = randomBytes(4).toString('hex').toUpperCase();
  log.error('internal', { where, reference, cause });
  return { code: 'internal', reference };
}
