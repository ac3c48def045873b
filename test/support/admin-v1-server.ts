import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { vendorAccount, vendorDevice } from './admin-v1-samples.ts';
import type { VendorRecord } from './admin-v1-samples.ts';
import { startRawServer } from './raw-server.ts';

type PutOutcome = { status?: number; errors?: unknown; result?: unknown } | 'cut-off';

/** What a test may change while the server runs. */
export type VendorWorld = {
  devices: VendorRecord[];
  accounts: VendorRecord[];
  /** By user name. */
  passwords: Map<string, string>;
  /** Ids of accounts by user name. */
  ids: Map<string, number>;
  isSuspended: boolean;
  /** A proxy that looks only at the credential, and answers with every device whatever is asked for. */
  ignoresFilters: boolean;
  /** A role without the permission to see accounts. */
  hidesAccounts: boolean;
  /** What a PUT answers; by default 1. */
  put: (action: string, ids: string[]) => PutOutcome;
};

export type VendorRequest = {
  method: string;
  path: string;
  query: Record<string, string>;
  form: URLSearchParams;
};

/** A site's proxy in front of the vendor's admin API, on a real socket. */
export type AdminServer = {
  origin: string;
  world: VendorWorld;
  /** Every request, with the form that came in its body. */
  requests: VendorRequest[];
  /** Every `Authorization` that came in. */
  credentials: () => (string | undefined)[];
  close: () => Promise<void>;
};

export const alice = { username: 'alice@acme.example', password: 'correct: horse ärger' };
const bob = 'bob@acme.example';
export const partition = '100001';
const base = '/api/v1';
/** D3 to D7 and D9 of portal-api.md 2. */
const puts = new Set(['lock', 'unlock', 'wipe', 'wipeCancel', 'retire', 'forceCheckin']);

const fieldError = (code: string, message: string, field: string) => ({
  globalErrors: null,
  fieldErrors: [{ code, message, field }],
});
const globalError = (code: string, message: string) => ({
  globalErrors: [{ code, message }],
  fieldErrors: null,
});

type Answer = { status?: number; errors?: unknown; result?: unknown };

const missing: Answer = { status: 404, errors: globalError('NotFound', 'no such resource') };

/** One page of a list (portal-api.md 1): `start` counts items, and more than 500 rows are an error. */
function pageOf(all: VendorRecord[], query: URLSearchParams): Answer {
  const limit = Number(query.get('rows') ?? '50');
  const offset = Number(query.get('start') ?? '0');
  if (!(limit >= 1 && limit <= 500))
    return { status: 400, errors: fieldError('Range', 'must be between 1 and 500', 'rows') };
  const searchResults = all.slice(offset, offset + limit);
  return { result: { searchResults, totalCount: all.length, offset, limit } };
}

/** The index behind `fq` knows what the answers may mask: whose account it is, and whose devices. */
function found(world: VendorWorld, all: VendorRecord[], query: URLSearchParams): VendorRecord[] {
  const [, name, value] = /^(UID|emailAddress)=(.*)$/u.exec(query.get('fq') ?? '') ?? [];
  if (world.ignoresFilters || name === undefined) return all;
  const id = world.ids.get(value ?? '');
  return all.filter((one) => (name === 'UID' ? one.id : one['ownerId']) === id);
}

function get(world: VendorWorld, url: URL): Answer {
  const query = url.searchParams;
  const isScoped = query.get('dmPartitionId') === partition;
  const path = url.pathname.slice(base.length);
  if (path === '/metadata/tenant')
    return { result: { tenantId: 7, defaultDmPartitionId: Number(partition) } };
  if (path === '/account') {
    if (world.hidesAccounts)
      return { status: 403, errors: globalError('AccessDenied', 'not permitted') };
    return pageOf(found(world, world.accounts, query), query);
  }
  const id = /^\/device\/(\d+)$/u.exec(path)?.[1];
  if (path !== '/device' && id === undefined) return missing;
  if (!isScoped)
    return { status: 400, errors: fieldError('NotNull', 'may not be null', 'dmPartitionId') };
  if (id === undefined) return pageOf(found(world, world.devices, query), query);
  const device = world.devices.find((one) => String(one.id) === id);
  return device === undefined ? missing : { result: device };
}

function put(world: VendorWorld, url: URL, form: URLSearchParams): Answer | 'cut-off' {
  const action = url.pathname.slice(`${base}/device/`.length);
  if (!puts.has(action)) return missing;
  const ids = form.getAll('ids');
  if (ids.length === 0)
    return { status: 400, errors: fieldError('NotEmpty', 'may not be empty', 'ids') };
  const pin = form.get('osxLockPin');
  if (pin !== null && (!/^\d{6}$/u.test(pin) || pin === '000000'))
    return { status: 400, errors: fieldError('Pattern', 'must be 6 digits', 'osxLockPin') };
  return world.put(action, ids);
}

function send(response: ServerResponse, { status = 200, errors = null, result = null }: Answer) {
  response.writeHead(status, {
    'Content-Type': 'application/json;charset=UTF-8',
    ...(status === 401 ? { 'WWW-Authenticate': 'Basic realm="admin"' } : {}),
  });
  response.end(JSON.stringify({ errors, result }));
}

function mayIn(world: VendorWorld, request: IncomingMessage): boolean {
  const [, basic = ''] = /^Basic (\S+)$/u.exec(request.headers.authorization ?? '') ?? [];
  const [, username = '', password] =
    /^([^:]*):(.*)$/su.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? [];
  return password !== undefined && world.passwords.get(username) === password;
}

/**
 * Starts a server that does what portal-api.md 1 to 3 documents, and nothing else: Basic authentication, the
 * envelope, pages, filters, form-encoded PUT with repeated ids. Alice has two devices; a third is Bob's.
 */
export async function startAdminServer(): Promise<AdminServer> {
  const world: VendorWorld = {
    devices: [
      vendorDevice(123),
      vendorDevice(124, {
        deviceName: 'Alice’s MacBook',
        platformType: 'MAC_OS_X',
        deviceFamily: null,
        prettyModel: 'MacBook Pro',
      }),
      vendorDevice(900, { uid: bob, emailAddress: bob, ownerId: 12 }),
    ],
    accounts: [
      vendorAccount(4711, alice.username, 'Alice Example'),
      vendorAccount(12, bob, 'Bob Example'),
    ],
    passwords: new Map([[alice.username, alice.password]]),
    ids: new Map([
      [alice.username, 4711],
      [bob, 12],
    ]),
    isSuspended: false,
    ignoresFilters: false,
    hidesAccounts: false,
    put: () => ({ result: 1 }),
  };
  const requests: VendorRequest[] = [];

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = await text(request);
    const { method = '' } = request;
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    const form = new URLSearchParams(isForm === true ? body : '');
    const query = Object.fromEntries(url.searchParams);
    requests.push({ method, path: url.pathname, query, form });
    if (url.pathname.startsWith(`${base}/ssp/`)) return send(response, missing);
    if (world.isSuspended) {
      response.writeHead(401, { 'Content-Type': 'text/html' });
      response.end('<p>Access denied. Your Evaluation License has expired, contact Sales.</p>');
      return;
    }
    if (!mayIn(world, request))
      return send(response, { status: 401, errors: globalError('Unauthorized', 'log in first') });
    const answer = method === 'PUT' ? put(world, url, form) : get(world, url);
    if (answer === 'cut-off') request.socket.destroy();
    else send(response, answer);
  }

  const server = await startRawServer((request, response) => {
    respond(request, response).catch((cause: unknown) => {
      response.destroy(cause instanceof Error ? cause : undefined);
    });
  });
  return {
    origin: server.origin,
    world,
    requests,
    credentials: () => server.requests.map(({ headers }) => headers.authorization),
    close: server.close,
  };
}
