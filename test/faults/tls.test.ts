import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tlsTrouble } from '../../renderer/text/error-reasons.ts';
import type { TlsTrouble } from '../../renderer/text/error-reasons.ts';
import { describeError } from '../../renderer/text/errors.ts';
import { startSwitchboard } from '../portal/switchboard.ts';
import type { Switchboard, SwitchboardOptions } from '../portal/switchboard.ts';
import { createThrowawayCa } from '../portal/throwaway-ca.ts';
import type { ThrowawayCa } from '../portal/throwaway-ca.ts';
import { rejectionOf } from '../support/failures.ts';
import { createTestFeatures } from '../support/features.ts';
import type { TestFeatures } from '../support/features.ts';
import { patience } from '../support/patience.ts';
import { startPortal } from '../support/portal.ts';
import type { TestPortal } from '../support/portal.ts';

/* security.md section 6, "Network and portal", the row TLS: what is said of the certificate, and that nothing is sent. */

type Tls = NonNullable<SwitchboardOptions['tls']>;

const day = 86_400_000;
const trustedBefore = tls.getCACertificates('default');
let company: ThrowawayCa;
let portal: TestPortal;
let app: TestFeatures;
let line: Switchboard | undefined;
beforeAll(async () => {
  company = createThrowawayCa();
  portal = await startPortal();
});
afterAll(async () => {
  company.remove();
  await portal.close();
});
beforeEach(() => {
  app = createTestFeatures();
});
afterEach(async () => {
  tls.setDefaultCACertificates(trustedBefore);
  await app.close();
  await line?.close();
});

const trustCompany = (): void => tls.setDefaultCACertificates([...trustedBefore, company.pem]);

async function serve(identity: Tls): Promise<Switchboard> {
  line = await startSwitchboard({ portal: portal.url, tls: identity, host: 'localhost' });
  return line;
}

const signIn = ({ url }: Switchboard) =>
  app.call('session.signIn', {
    address: url,
    username: portal.username,
    password: portal.password,
    keepSignedIn: false,
  });

const ago = (days: number): Date => new Date(Date.now() - days * day);

const cases: [TlsTrouble, string, boolean, () => Tls][] = [
  ['issuer', 'Throwaway-CA', false, () => company.issue('localhost')],
  ['self-signed', 'alone', false, () => company.selfSigned('localhost')],
  ['name', 'Throwaway-CA', true, () => company.issue('other.example')],
  ['expired', 'Throwaway-CA', true, () => company.issue('localhost', ago(9), ago(1))],
  ['early', 'Throwaway-CA', true, () => company.issue('localhost', ago(-2), ago(-9))],
];

describe('a server that is not trusted', () => {
  it.each(cases)(
    '(%s) is named with who issued its certificate, its dates and its fingerprint; nothing is sent',
    async (trouble, issuer, isTrusted, identity) => {
      if (isTrusted) trustCompany();
      const shown = identity();
      const board = await serve(shown);
      const error = await rejectionOf(signIn(board));
      expect(tlsTrouble(error)).toBe(trouble);
      expect(error.host).toBe(new URL(board.url).host);
      const { certificate } = error;
      expect(certificate?.issuer).toBe(issuer);
      expect(certificate?.sha256).toMatch(/^[0-9a-f]{64}$/u);
      expect(certificate?.validUntil).toBeGreaterThan(certificate?.validFrom ?? Infinity);
      expect(board.requests()).toEqual([]);
      const words = describeError(error);
      expect(`${words.title} ${words.sentence} ${words.todo}`).not.toMatch(/[{}]|undefined/u);
      expect(words.sentence).toContain('othing was sent');
    },
  );

  it('because it speaks TLS 1.0 alone is said to speak too old an encryption', async () => {
    trustCompany();
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL@SECLEVEL=0' } as const;
    const board = await serve({ ...company.issue('localhost'), ...old });
    const error = await rejectionOf(signIn(board));
    expect([error.code, tlsTrouble(error)]).toEqual(['tls-untrusted', 'protocol']);
    expect(board.requests()).toEqual([]);
  });

  it('in the middle of a session is said to be in the way; nobody is signed out, nothing is sent', async () => {
    trustCompany();
    const board = await serve(company.issue('localhost'));
    expect(await signIn(board)).toMatchObject({ status: 'signed-in' });
    const { devices } = await app.call('devices.list', { refresh: true });
    await board.down();
    // The same port, and somebody else behind it.
    const other = company.selfSigned('localhost');
    const wrong = await startSwitchboard({
      portal: portal.url,
      tls: other,
      host: 'localhost',
      port: Number(new URL(board.url).port),
    });
    expect(await app.call('devices.list', { refresh: true })).toMatchObject({
      stale: true,
      devices,
    });
    const { reachability, session } = await app.call('app.snapshot', undefined);
    expect(session.status).toBe('signed-in');
    expect(reachability).toMatchObject({
      state: 'unreachable',
      cause: { code: 'tls-untrusted', certificate: { issuer: 'alone', subject: 'alone' } },
    });
    const order = await rejectionOf(app.call('devices.lock', { deviceId: '73544' }));
    expect(order.code).toBe('tls-untrusted');
    expect(wrong.requests()).toEqual([]);
    await wrong.close();
    await board.up();
    await expect
      .poll(() => app.told.of('reachability.changed').at(-1)?.state, patience)
      .toBe('online');
  });

  it('but vouched for by the company’s own authority in the system’s store works', async () => {
    trustCompany();
    expect(await signIn(await serve(company.issue('localhost')))).toMatchObject({
      status: 'signed-in',
    });
  });
});
