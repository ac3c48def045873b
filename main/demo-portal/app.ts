import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { deleteDueKeys } from './certificate-rules.ts';
import { advance } from './command-course.ts';
import { guard } from './guard.ts';
import { once } from './idempotency.ts';
import type { Operation } from './operation.ts';
import { drawLogo } from './logo.ts';
import { openApiDocument } from './openapi.ts';
import { operations } from './operations.ts';
import type { Portal } from './portal.ts';
import { Refusal, refuse } from './refusal.ts';
import { limitBody, readRequest } from './request.ts';
import { mountOutbox } from './outbox.ts';
import { mountIdentityProvider } from './saml.ts';
import { findSession, isProven } from './sign-in.ts';
import type { AccountRecord, SessionRecord } from './state.ts';

/** What is logged of a request: no query, no body, no header, no id. */
export type LogLine = { call: string; status: number; reference?: string };

type Signed = { session: SessionRecord; account: AccountRecord };

/** @throws Refusal of the session, the proof of the password, or the terms of service */
function admit(portal: Portal, operation: Operation, context: Context): Signed | null {
  if (portal.suspended && operation.name !== 'loginOptions') {
    throw refuse('TenantSuspended', 'This tenant is suspended.');
  }
  if (operation.access === 'open') return null;
  const signed = findSession(portal, context.req.header('authorization') ?? '');
  const { session, account } = signed;
  const now = portal.now();
  if (!operation.passive) session.lastUsedAt = now;
  const hasExpired = account.passwordExpiresAt !== null && account.passwordExpiresAt <= now;
  if (hasExpired && !operation.withExpiredPassword) {
    throw refuse('PasswordExpired', 'The password has expired. Choose a new one.');
  }
  const changes = operation.method !== 'GET' && !operation.withExpiredPassword;
  if (changes && account.pendingTerms !== null) {
    throw refuse('ActionNotAllowed', 'The terms of service have to be accepted first.');
  }
  return signed;
}

async function perform(
  portal: Portal,
  operation: Operation,
  context: Context,
): Promise<{ result: unknown; replayed: boolean }> {
  advance(portal);
  deleteDueKeys(portal);
  const who = admit(portal, operation, context);
  const request = await readRequest(context, operation);
  const run = async (): Promise<unknown> => {
    if (operation.access === 'proof' && who !== null && !isProven(who.session, portal.now())) {
      throw refuse('ReauthRequired', 'Prove the password again first.');
    }
    return operation.run(portal, request, who);
  };
  const key = context.req.header('idempotency-key');
  if (key === undefined || who === null || !operation.idempotent) {
    return { result: await run(), replayed: false };
  }
  return once(portal, who.account, key, operation, request, run);
}

function mount(
  app: Hono,
  portal: Portal,
  operation: Operation,
  log: (line: LogLine) => void,
): void {
  const path = `/api/v1${operation.path.replace('{id}', ':id')}`;
  app.on(operation.method, path, limitBody(operation), async (context) => {
    try {
      const { result, replayed } = await perform(portal, operation, context);
      if (replayed) context.header('Idempotent-Replayed', 'true');
      log({ call: operation.name, status: 200 });
      return context.json({ errors: null, result });
    } finally {
      if (operation.method !== 'GET') await portal.save();
    }
  });
}

/**
 * The portal as a web application, to be served on a socket.
 * @param port gives the port once the server listens
 * @param log gets one line for each request
 */
export function createApp(portal: Portal, port: () => number, log: (line: LogLine) => void): Hono {
  const app = new Hono();
  app.use(guard(port));
  app.use(async (context, next) => {
    if (!portal.maintenance) return next();
    const page = '<!doctype html><title>Maintenance</title><h1>Back in a few minutes</h1>';
    return context.html(page, 503, { 'Retry-After': '120' });
  });
  for (const operation of operations) mount(app, portal, operation, log);
  app.get('/api/v1/ssp/openapi.json', (context) =>
    context.json(openApiDocument(new URL(context.req.url).origin)),
  );
  app.get('/api/v1/ssp/branding/logo.png', (context) =>
    context.body(new Uint8Array(drawLogo()), 200, { 'Content-Type': 'image/png' }),
  );
  // Where the registration link and a pasted portal link lead; a real portal has its web pages there.
  app.on('GET', ['/go', '/user/login.html'], (context) =>
    context.html('<!doctype html><title>Demo portal</title><p>Use this portal with Latchkey.</p>'),
  );
  mountIdentityProvider(app, portal);
  mountOutbox(app, portal);
  app.notFound((context) => {
    const refusal = refuse('NotFound', 'There is nothing at this address.');
    return context.json(refusal.body, refusal.status);
  });
  app.onError((error, context) => {
    const call = `${context.req.method} ${context.req.path.replaceAll(/\d+/gu, '{id}')}`;
    if (error instanceof Refusal) {
      log({ call, status: error.status });
      const { retryAfterSeconds } = error;
      if (retryAfterSeconds !== null) context.header('Retry-After', String(retryAfterSeconds));
      return context.json(error.body, error.status);
    }
    const reference = randomUUID().slice(0, 8);
    log({ call, status: 500, reference: `${reference} ${error.name}` });
    const globalErrors = [{ code: 'Internal', message: `Something broke (${reference}).` }];
    return context.json({ errors: { globalErrors, fieldErrors: null }, result: null }, 500);
  });
  return app;
}
