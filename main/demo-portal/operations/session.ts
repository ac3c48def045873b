import type { z } from 'zod';
import { openCall, sessionCall } from '../operation.ts';
import type { Operation } from '../operation.ts';
import type { Portal } from '../portal.ts';
import { refuse, refuseField } from '../refusal.ts';
import { redeemCode } from '../saml.ts';
import { done, nothing } from '../schema/envelope.ts';
import * as schema from '../schema/session.ts';
import {
  expiresAt,
  findAccount,
  idleExpiresAt,
  inactivityTimeoutMinutes,
  openSession,
  provePassword,
  renewProof,
} from '../sign-in.ts';
import type { AccountRecord, SessionRecord } from '../state.ts';

/** Name and looks of the tenant, with the logo at the address by which the client came. */
export function tellBranding(portal: Portal, origin: string): z.infer<typeof schema.branding> {
  return {
    logoUrl: `${origin}/api/v1/ssp/branding/logo.png`,
    tenantName: portal.state.tenantName,
    accentColor: portal.state.accentColor,
  };
}

/** A session as the portal tells it: without its token. */
function tellSession(
  session: SessionRecord,
  account: AccountRecord,
  now: number,
): z.infer<typeof schema.session> {
  return {
    expiresAt: expiresAt(session),
    inactivityTimeoutMinutes,
    accountId: account.id,
    passwordExpired: account.passwordExpiresAt !== null && account.passwordExpiresAt <= now,
    termsOfService: account.pendingTerms,
    idleExpiresAt: idleExpiresAt(session),
    reauthUntil: session.reauthUntil,
  };
}

const loginOptions = openCall(
  {
    name: 'loginOptions',
    method: 'GET',
    path: '/ssp/login/options',
    summary: 'How this user name signs in. The same shape for an unknown one.',
    query: schema.loginOptionsQuery,
    form: nothing,
    body: 'none',
    result: schema.loginOptions,
    refusals: [],
  },
  ({ portal, query, origin }) => {
    const authType = findAccount(portal.state, query.username)?.authType ?? 'PASSWORD';
    const samlUrl = authType === 'SAML' ? `${origin}/api/v1/ssp/saml/authorize` : null;
    return { authType, samlUrl, pinRequired: false, branding: tellBranding(portal, origin) };
  },
);

const login = openCall(
  {
    name: 'login',
    method: 'POST',
    path: '/ssp/login',
    summary: 'Sign in with a password.',
    query: nothing,
    form: schema.loginForm,
    body: 'form',
    result: schema.signedIn,
    refusals: ['BadCredentials', 'AccountLocked', 'TenantSuspended'],
  },
  async ({ portal, form, now }) => {
    const account = await provePassword(portal, form.username, form.password);
    const { token, session } = openSession(portal, account);
    return { sessionToken: token, ...tellSession(session, account, now) };
  },
);

const loginSaml = openCall(
  {
    name: 'loginSaml',
    method: 'POST',
    path: '/ssp/login/saml',
    summary:
      'Trade the code from the identity provider for a session. The browser gets it at `samlUrl` with redirect_uri (loopback), code_challenge (S256) and state.',
    query: nothing,
    form: schema.samlForm,
    body: 'form',
    result: schema.signedIn,
    refusals: ['BadCredentials', 'TenantSuspended'],
  },
  ({ portal, form, now }) => {
    const accountId = redeemCode(portal, form.code, form.codeVerifier);
    const account = portal.state.accounts.find(({ id }) => id === accountId);
    if (account === undefined) throw refuse('BadCredentials', 'The code is wrong or was used.');
    const { token, session } = openSession(portal, account);
    return { sessionToken: token, ...tellSession(session, account, now) };
  },
);

const reauth = sessionCall(
  {
    name: 'reauthenticate',
    method: 'POST',
    path: '/ssp/session/reauth',
    summary: 'Prove the password again; counts for five minutes.',
    query: nothing,
    form: schema.reauthForm,
    body: 'form',
    result: schema.reauthResult,
    refusals: ['BadCredentials', 'AccountLocked'],
    withExpiredPassword: true,
  },
  async ({ portal, form, session, account, now }) => {
    await provePassword(portal, account.username, form.password);
    return { reauthUntil: renewProof(session, now) };
  },
);

const showSession = sessionCall(
  {
    name: 'session',
    method: 'GET',
    path: '/ssp/session',
    summary: 'The session as it stands. Extends nothing.',
    query: nothing,
    form: nothing,
    body: 'none',
    result: schema.session,
    refusals: [],
    withExpiredPassword: true,
    passive: true,
  },
  ({ session, account, now }) => tellSession(session, account, now),
);

const acceptTerms = sessionCall(
  {
    name: 'acceptTerms',
    method: 'POST',
    path: '/ssp/session/terms',
    summary: 'Extension: accept the terms of service that the session names.',
    query: nothing,
    form: schema.termsForm,
    body: 'form',
    result: schema.session,
    refusals: ['Pattern'],
    withExpiredPassword: true,
  },
  ({ session, account, form, now }) => {
    if (account.pendingTerms !== null && account.pendingTerms.version !== form.version) {
      throw refuseField('Pattern', 'version', 'is not the version that is waiting');
    }
    account.pendingTerms = null;
    return tellSession(session, account, now);
  },
);

const logout = sessionCall(
  {
    name: 'logout',
    method: 'POST',
    path: '/ssp/logout',
    summary: 'End this session.',
    query: nothing,
    form: nothing,
    body: 'form',
    result: done,
    refusals: [],
    withExpiredPassword: true,
  },
  ({ portal, session }) => {
    portal.state.sessions = portal.state.sessions.filter((other) => other !== session);
    return 1 as const;
  },
);

/** The calls of portal-api.md 7.1, without the forgotten password. */
export const sessionOperations: Operation[] = [
  loginOptions,
  login,
  loginSaml,
  reauth,
  showSession,
  acceptTerms,
  logout,
];
