import type { IncomingMessage } from 'node:http';
import { operations } from '../../main/demo-portal/operations.ts';

/** One request as it arrived, whatever became of it. */
export type LoggedRequest = {
  /** Name of the portal's operation, `lock`; `METHOD /path` for anything else. */
  call: string;
  method: string;
  path: string;
  /** Whether a session token came along. */
  authorized: boolean;
  idempotencyKey: string | null;
  headerNames: string[];
  /** Which fault it met, if any. */
  fault: string | null;
};

const patterns = operations.map(({ name, method, path }) => ({
  name,
  method,
  pattern: new RegExp(`^/api/v1${path.replace('{id}', '\\d+')}$`, 'u'),
}));

/** The name of the portal's operation that a request is for. */
function callOf(method: string, path: string): string {
  // `/device/lock` also looks like a device, but only among the GETs; the first match is the operation.
  const found = patterns.find((one) => one.method === method && one.pattern.test(path));
  return found?.name ?? `${method} ${path}`;
}

/** What is written down of a request: no value of any header but the Idempotency-Key. */
export function entryOf(incoming: IncomingMessage, fault: string | null): LoggedRequest {
  const method = incoming.method ?? '';
  const [path = ''] = (incoming.url ?? '').split('?');
  const key = incoming.headers['idempotency-key'];
  return {
    call: callOf(method, path),
    method,
    path,
    authorized: incoming.headers.authorization !== undefined,
    idempotencyKey: typeof key === 'string' ? key : null,
    headerNames: Object.keys(incoming.headers),
    fault,
  };
}
