import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import type { LogLine } from './app.ts';
import { hashPassword, inventPassword } from './passwords.ts';
import type { Inspect, Mail, Portal } from './portal.ts';
import { demoUsername, seedState } from './seed/seed.ts';
import { readState, stateWriter } from './state-file.ts';
import type { PortalState } from './state.ts';

/** How the demo portal is started. */
export type DemoPortalOptions = {
  /** 0, the default, picks a free one. */
  port?: number;
  /** Epoch ms. */
  now?: () => number;
  /** The state is read from this file and kept in it; without one it ends with the process. */
  stateFile?: string;
  /** Device answers come this many times faster; 1 by default. */
  speed?: number;
  /** Opens uploaded files. */
  inspect: Inspect;
  log?: (line: LogLine) => void;
  /** Gets the mails with PINs that a real portal would send. */
  mail?: (mail: Mail) => void;
};

/** A running demo portal. */
export type DemoPortal = {
  /** `http://127.0.0.1:49152` */
  url: string;
  username: string;
  /** New with every start; empty when the person has chosen one that an earlier run kept. */
  password: string;
  /** Everybody who can sign in, with the same rule for the password. */
  people: { username: string; password: string }[];
  /** The uploaded file, byte for byte, while its key is kept; null otherwise. Never told over HTTP. */
  storedFile: (certificateId: number) => Uint8Array | null;
  /** How many configurations went out again since the state began. */
  repushedConfigurations: () => number;
  /** Has an offline device check in now. */
  bringOnline: (deviceId: number) => void;
  suspendTenant: (suspended: boolean) => void;
  /** While true every request is answered 503 with HTML. */
  maintain: (maintenance: boolean) => void;
  close: () => Promise<void>;
};

/** Mails that the outbox shows. */
const mailsKept = 50;

async function handOutPasswords(state: PortalState): Promise<DemoPortal['people']> {
  const withPassword = state.accounts.filter(({ authType }) => authType === 'PASSWORD');
  return Promise.all(
    withPassword.map(async (account) => {
      const password = account.passwordChosen ? '' : inventPassword(state.passwordPolicy);
      if (password !== '') account.password = await hashPassword(password);
      return { username: account.username, password };
    }),
  );
}

/**
 * Starts the demo portal on 127.0.0.1.
 * @returns its address, who can sign in, and handles for tests; `close` ends every connection
 * @throws when the port is taken or the state file can't be read or written
 */
export async function startDemoPortal(options: DemoPortalOptions): Promise<DemoPortal> {
  const now = options.now ?? Date.now;
  const { stateFile } = options;
  const kept = stateFile === undefined ? null : await readState(stateFile);
  const state = kept ?? seedState(now());
  const people = await handOutPasswords(state);
  const outbox: Mail[] = [];
  const portal: Portal = {
    state,
    now,
    speed: options.speed ?? 1,
    inspect: options.inspect,
    mail: (mail) => {
      outbox.unshift(mail);
      outbox.length = Math.min(outbox.length, mailsKept);
      options.mail?.(mail);
    },
    outbox,
    files: new Map(),
    underWay: new Map(),
    codes: new Map(),
    strangers: new Map(),
    suspended: false,
    maintenance: false,
    save: stateFile === undefined ? () => Promise.resolve() : stateWriter(stateFile, state),
  };
  await portal.save();

  let port = options.port ?? 0;
  const app = createApp(portal, () => port, options.log ?? (() => undefined));
  const limits = { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 };
  const listener = getRequestListener(app.fetch);
  const server = createServer({ ...limits, keepAliveTimeout: 30_000 }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  server.maxConnections = 128;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (isAddress(address)) port = address.port;

  return {
    url: `http://127.0.0.1:${port}`,
    username: demoUsername,
    password: people.find(({ username }) => username === demoUsername)?.password ?? '',
    people,
    storedFile: (certificateId) => portal.files.get(certificateId)?.slice() ?? null,
    repushedConfigurations: () => state.repushedConfigurations,
    bringOnline: (deviceId) => {
      const device = state.devices.find(({ facts }) => facts.id === deviceId);
      if (device !== undefined) device.returnsAt = now();
    },
    suspendTenant: (suspended) => {
      portal.suspended = suspended;
    },
    maintain: (maintenance) => {
      portal.maintenance = maintenance;
    },
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await portal.save();
    },
  };
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return address !== null && typeof address === 'object';
}
