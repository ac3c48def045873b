import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { ServerOptions } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Wire } from './faults.ts';
import { forward, readBody } from './forward.ts';
import { entryOf } from './request-log.ts';
import type { LoggedRequest } from './request-log.ts';
import { replacement, reshape } from './reshape.ts';

/** Which requests a fault is for; all of them when nothing is said. */
type Target = { call?: string; method?: string };

/** The demo portal behind a switchboard of faults, on a real socket. */
export type Switchboard = {
  /** `http://127.0.0.1:49153`, or `https://localhost:49153` */
  url: string;
  /** Has the next `times` matching requests go wrong. Faults are taken in the order they were set. */
  fault: (fault: Fault, options?: Target & { times?: number }) => void;
  /** Takes back every fault that has not happened yet. */
  clear: () => void;
  requests: () => LoggedRequest[];
  /** How many requests of a call have arrived, `lock`. */
  count: (call: string) => number;
  /** Closes the port, as a portal that is down; `up` opens the same one again. */
  down: () => Promise<void>;
  up: () => Promise<void>;
  close: () => Promise<void>;
};

export type SwitchboardOptions = {
  /** Address of the demo portal. */
  portal: string;
  /** HTTPS with this identity and these limits; HTTP otherwise. */
  tls?: Pick<ServerOptions, 'key' | 'cert' | 'minVersion' | 'maxVersion' | 'ciphers'>;
  /** The host name that clients use; 127.0.0.1 by default. */
  host?: string;
  /** Takes this port; a free one by default. */
  port?: number;
};

type Armed = { fault: Fault; target: Target; left: number };

function matches(target: Target, entry: LoggedRequest): boolean {
  const isCall = target.call === undefined || target.call === entry.call;
  return isCall && (target.method === undefined || target.method === entry.method);
}

async function drip(outgoing: ServerResponse, body: Buffer, everyMs: number): Promise<void> {
  for (const byte of body) {
    if (outgoing.destroyed) return;
    outgoing.write(Buffer.of(byte));
    await wait(everyMs);
  }
  outgoing.end();
}

function writeHead(outgoing: ServerResponse, wire: Wire, withLength: boolean): void {
  const length = withLength ? { 'content-length': String(wire.body.length) } : {};
  outgoing.writeHead(wire.status, { ...wire.headers, ...length });
}

async function deliver(outgoing: ServerResponse, wire: Wire, fault: Fault | null): Promise<void> {
  if (fault?.kind === 'drip') {
    writeHead(outgoing, wire, true);
    return drip(outgoing, wire.body, fault.everyMs);
  }
  if (fault?.kind === 'reset' && fault.when === 'mid-body') {
    writeHead(outgoing, wire, true);
    outgoing.write(wire.body.subarray(0, Math.floor(wire.body.length / 2)));
    await wait(20);
    outgoing.socket?.resetAndDestroy();
    return undefined;
  }
  writeHead(outgoing, wire, !(fault?.kind === 'huge' && fault.chunked));
  outgoing.end(wire.body);
  if (fault?.kind === 'reset') outgoing.once('finish', () => outgoing.socket?.resetAndDestroy());
  return undefined;
}

async function answer(
  options: SwitchboardOptions,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault: Fault | null,
): Promise<void> {
  if (fault?.kind === 'silence') return;
  if (fault?.kind === 'reset' && fault.when === 'mid-upload') {
    incoming.once('data', () => incoming.socket.resetAndDestroy());
    return;
  }
  const body = await readBody(incoming);
  const instead = fault === null ? null : replacement(fault);
  if (instead !== null) {
    await deliver(outgoing, instead, fault);
    return;
  }
  const wire = await forward(options.portal, incoming, body, origin);
  if (fault?.kind === 'reset' && fault.when === 'before-status') {
    incoming.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'delay') await wait(fault.ms);
  await deliver(outgoing, fault === null ? wire : reshape(wire, fault), fault);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
}

/** Puts a switchboard in front of a running demo portal. */
export async function startSwitchboard(options: SwitchboardOptions): Promise<Switchboard> {
  const requests: LoggedRequest[] = [];
  let armed: Armed[] = [];
  let port = 0;
  const scheme = options.tls === undefined ? 'http' : 'https';
  const origin = (): string => `${scheme}://${options.host ?? '127.0.0.1'}:${port}`;

  const take = (entry: LoggedRequest): Fault | null => {
    const found = armed.find(({ target }) => matches(target, entry));
    if (found === undefined) return null;
    found.left -= 1;
    armed = armed.filter(({ left }) => left > 0);
    return found.fault;
  };

  const listener = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const entry = entryOf(incoming, null);
    const fault = take(entry);
    requests.push({ ...entry, fault: fault?.kind ?? null });
    answer(options, origin(), incoming, outgoing, fault).catch(() => incoming.socket.destroy());
  };
  const server =
    options.tls === undefined
      ? createHttpServer(listener)
      : createHttpsServer(options.tls, listener);
  port = await listen(server, options.port ?? 0);

  const down = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: origin(),
    fault: (fault, { times = 1, ...target } = {}) => armed.push({ fault, target, left: times }),
    clear: () => {
      armed = [];
    },
    requests: () => [...requests],
    count: (call) => requests.filter((entry) => entry.call === call).length,
    down,
    up: async () => {
      await listen(server, port);
    },
    close: () => (server.listening ? down() : Promise.resolve()),
  };
}
