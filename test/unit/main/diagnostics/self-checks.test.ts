import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../main/clock.ts';
import type { SelfCheckOptions } from '../../../../main/diagnostics/check.ts';
import { createSelfChecks } from '../../../../main/diagnostics/self-checks.ts';
import { failure } from '../../../../main/failure.ts';
import { inspectFile } from '../../../../main/pkcs12/inspect.ts';
import type { HttpAnswer } from '../../../../main/portal/http.ts';
import type { CheckResult, SelfCheck } from '../../../../preload/contract/diagnostics.ts';
import { checkResult } from '../../../../preload/contract/diagnostics.ts';
import { silentLog } from '../../../support/silent-log.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'latchkey-checks-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const answer = (status: number, date: string | undefined): HttpAnswer => ({
  status,
  header: (name) => (name === 'date' ? date : undefined),
  text: '',
});
const rightNow = (): string => new Date().toUTCString();

async function run(check: SelfCheck, wishes: Partial<SelfCheckOptions> = {}): Promise<CheckResult> {
  const checks = createSelfChecks({
    http: () => Promise.resolve(answer(200, rightNow())),
    lookAtCertificate: () => Promise.resolve({ issuer: 'Acme CA', validUntil: 1_800_000_000_000 }),
    origin: () => 'https://portal.example',
    keychain: {
      read: () => Promise.resolve({ state: 'ok', secret: null }),
      write: () => Promise.resolve('ok'),
      remove: () => Promise.resolve('ok'),
    },
    inspector: {
      inspect: ({ bytes, acceleration = true, ...request }) =>
        inspectFile(bytes, { ...request, acceleration }),
    },
    directory,
    clock: systemClock,
    log: silentLog,
    ...wishes,
  });
  const result = checkResult.parse(await checks.run(check));
  expect(checks.results()).toEqual([result]);
  return result;
}

describe('self-check 1, the portal', () => {
  it('passes as soon as it answers at all, whatever it answers', async () => {
    expect(await run('portal')).toMatchObject({ state: 'passed', host: 'portal.example' });
    const redirect = () => Promise.resolve(answer(302, undefined));
    expect(await run('portal', { http: redirect })).toMatchObject({ state: 'passed' });
  });

  it('names why there was no answer', async () => {
    const offline = () => Promise.reject(failure('offline'));
    expect(await run('portal', { http: offline })).toMatchObject({
      state: 'failed',
      code: 'offline',
    });
    const broken = () => Promise.resolve(answer(503, undefined));
    expect(await run('portal', { http: broken })).toMatchObject({ code: 'status-503' });
  });

  it('has nothing to do while there is no portal', async () => {
    const none = () => null;
    expect(await run('portal', { origin: none })).toMatchObject({
      state: 'not-needed',
      code: 'no-portal',
    });
  });
});

describe('self-check 2, the encrypted connection', () => {
  it('says who vouches for the portal', async () => {
    expect(await run('tls')).toMatchObject({ state: 'passed', code: 'trusted', issuer: 'Acme CA' });
  });

  it('passes where the certificate can’t be seen, behind a proxy', async () => {
    const unseen = () => Promise.resolve(null);
    expect(await run('tls', { lookAtCertificate: unseen })).toMatchObject({
      state: 'passed',
      issuer: null,
    });
  });

  it('names what is wrong with it, and whose it is', async () => {
    const certificate = {
      subject: 'x',
      issuer: 'Proxy Ltd',
      validFrom: 0,
      validUntil: 9,
      sha256: 'ab',
    };
    const facts = { reason: 'CERT_HAS_EXPIRED', certificate };
    const http = () => Promise.reject(failure('tls-untrusted', facts));
    expect(await run('tls', { http })).toMatchObject({
      state: 'failed',
      code: 'CERT_HAS_EXPIRED',
      issuer: 'Proxy Ltd',
      validUntil: 9,
    });
  });

  it('has nothing to do for a portal on this computer, and does not judge one that is out of reach', async () => {
    const origin = () => 'http://127.0.0.1:4711';
    expect(await run('tls', { origin })).toMatchObject({ state: 'not-needed' });
    const http = () => Promise.reject(failure('timeout'));
    expect(await run('tls', { http })).toMatchObject({ state: 'attention', code: 'not-reached' });
  });
});

describe('self-check 3, the clock', () => {
  it('passes within five minutes of the portal’s', async () => {
    expect(await run('clock')).toMatchObject({ state: 'passed', code: 'clock-right' });
  });

  it('says by how much it is wrong, and which way', async () => {
    const day = 86_400_000;
    const http = () => Promise.resolve(answer(200, new Date(Date.now() - day).toUTCString()));
    const result = await run('clock', { http });
    expect(result).toMatchObject({ state: 'failed', code: 'clock-wrong' });
    expect(Math.abs((result.skewMs ?? 0) - day)).toBeLessThan(60_000);
  });

  it('claims nothing without a date', async () => {
    const http = () => Promise.resolve(answer(200, undefined));
    expect(await run('clock', { http })).toMatchObject({ state: 'attention', code: 'no-date' });
  });
});

describe('self-check 4, the keychain', () => {
  it.each([
    ['ok', 'ok', 'passed', 'kept'],
    ['locked', 'ok', 'failed', 'keychain-locked'],
    ['unavailable', 'ok', 'failed', 'keychain-unavailable'],
    ['ok', 'locked', 'attention', 'not-removed'],
  ] as const)('written %s, removed %s: %s', async (written, removed, state, code) => {
    const keychain: SelfCheckOptions['keychain'] = {
      read: () => Promise.resolve({ state: 'ok', secret: null }),
      write: () => Promise.resolve(written),
      remove: () => Promise.resolve(removed),
    };
    expect(await run('keychain', { keychain })).toMatchObject({ state, code });
  });
});

describe('self-check 5, the disk', () => {
  it('writes, reads and leaves nothing behind', async () => {
    expect((await run('disk')).code).toMatch(/^(?:written|nearly-full)$/u);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('says that the folder takes nothing', async () => {
    expect(await run('disk', { directory: join(directory, 'not there') })).toMatchObject({
      state: 'failed',
      code: 'not-writable',
    });
  });
});

describe('self-check 6, the inspection process', () => {
  it('has it open a certificate that comes with the app', async () => {
    expect(await run('inspection')).toMatchObject({ state: 'passed', code: 'opened' });
  });

  it('fails when it crashes or does not answer in time', async () => {
    const crashed = { kind: 'crashed', format: 'unknown', detail: null } as const;
    const inspect = () => Promise.resolve({ opened: false, failure: crashed } as const);
    expect(await run('inspection', { inspector: { inspect } })).toMatchObject({
      state: 'failed',
      code: 'inspection-crashed',
    });
  });

  it('is a failure and not an exception when the check itself breaks', async () => {
    const inspect = () => Promise.reject(new Error('no'));
    expect(await run('inspection', { inspector: { inspect } })).toMatchObject({
      state: 'failed',
      code: 'internal',
    });
  });
});
