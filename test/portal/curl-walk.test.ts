import { Validator } from '@seriousme/openapi-schema-validator';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../main/demo-portal/operations.ts';
import { envelope } from '../../main/demo-portal/schema/envelope.ts';
import { errorEnvelope, statusOfCode } from '../../main/demo-portal/schema/errors.ts';
import { devices } from '../unit/main/demo-portal/portal-fixture.ts';
import { makeP12 } from '../unit/main/demo-portal/p12-fixture.ts';
import { curl, curlMissing, startPortalProcess } from './curl.ts';
import type { CurlAnswer, PortalProcess } from './curl.ts';

/* portal-api.md section 7, call by call, with curl against `npm run -s portal`. */

const missing = await curlMissing();
if (missing !== null) console.log(`skipped: ${missing}`);

const walked = new Set<string>();
const folder = mkdtempSync(join(tmpdir(), 'latchkey-curl-'));
const p12 = join(folder, 'mail.p12');
let portal: PortalProcess;
let token = '';

const form = (fields: Record<string, string | number>): string[] =>
  Object.entries(fields).flatMap(([name, value]) => ['--data-urlencode', `${name}=${value}`]);
const multipart = (fields: Record<string, string>): string[] =>
  Object.entries(fields).flatMap(([name, value]) => ['-F', `${name}=${value}`]);
const address = (path: string): string => `${portal.url}/api/v1${path}`;

function ask(method: string, path: string, more: readonly string[] = []): Promise<CurlAnswer> {
  const bearer = token === '' ? [] : ['-H', `Authorization: Bearer ${token}`];
  return curl(['-X', method, ...bearer, ...more, address(path)]);
}

/** Makes a call, which has to answer 200 in the shape that the document shows. */
async function walk(name: string, more: readonly string[] = [], id = 0, query = '') {
  const operation = operations.find((one) => one.name === name);
  if (operation === undefined) throw new Error(`no call ${name}`);
  const path = operation.path.replace('{id}', String(id));
  const answer = await ask(operation.method, path + query, more);
  expect([name, answer.status]).toEqual([name, 200]);
  expect(answer.headers.toLowerCase()).toContain('content-type: application/json');
  const parsed = envelope(operation.result).safeParse(JSON.parse(answer.body));
  expect([name, parsed.error]).toEqual([name, undefined]);
  walked.add(name);
  return z.object({ result: z.unknown() }).parse(JSON.parse(answer.body)).result;
}

/** Makes a call that has to be refused with a code, under the status that 7.7 gives it. */
async function refused(
  code: keyof typeof statusOfCode,
  method: string,
  path: string,
  more: readonly string[] = [],
): Promise<CurlAnswer> {
  const answer = await ask(method, path, more);
  const { errors } = errorEnvelope.parse(JSON.parse(answer.body));
  const codes = [...(errors.globalErrors ?? []), ...(errors.fieldErrors ?? [])];
  expect([answer.status, codes.map((one) => one.code)]).toEqual([statusOfCode[code], [code]]);
  return answer;
}

/** Whether all of these calls have been made. */
const have = (...names: string[]): boolean => names.every((name) => walked.has(name));

const session = z.object({ sessionToken: z.string() });

describe.skipIf(missing !== null)('a walk with curl through section 7', () => {
  beforeAll(async () => {
    writeFileSync(p12, Buffer.from(await makeP12().arrayBuffer()));
    portal = await startPortalProcess(0);
  }, 60_000);
  afterAll(async () => {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('7.1: signs in with a password and in a browser, and proves the password again', async () => {
    const { username, password } = portal;
    await walk('loginOptions', [], 0, `?username=${encodeURIComponent(username)}`);
    await refused('BadCredentials', 'POST', '/ssp/login', form({ username, password: 'wrong' }));
    await refused('NotBlank', 'POST', '/ssp/login', form({ username }));
    const verifier = 'v'.repeat(43);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const back = new URLSearchParams({
      redirect_uri: 'http://127.0.0.1:9/',
      code_challenge: challenge,
    });
    const idp = await curl([address(`/ssp/saml/authorize?${back}`)]);
    const location = /^location: (?<to>\S+)/imu.exec(idp.headers)?.groups?.['to'] ?? '';
    const code = new URL(location).searchParams.get('code') ?? '';
    await walk('loginSaml', form({ code, codeVerifier: verifier }));
    await refused(
      'BadCredentials',
      'POST',
      '/ssp/login/saml',
      form({ code, codeVerifier: verifier }),
    );
    token = session.parse(await walk('login', form({ username, password }))).sessionToken;
    await walk('session');
    await walk('reauthenticate', form({ password }));
    await walk('acceptTerms', form({ version: 'any' }));
    expect(have('login', 'loginSaml', 'reauthenticate')).toBe(true);
  });

  it('7.2: tells the configuration', async () => {
    await walk('config');
    expect(have('config')).toBe(true);
  });

  it('7.3 and 7.4: lists devices, gives every order, follows and takes back', async () => {
    await walk('devices', [], 0, '?rows=2&start=1&q=ines');
    await refused('Range', 'GET', '/ssp/device?rows=501');
    await walk('device', [], devices.ipad);
    await refused('NotFound', 'GET', `/ssp/device/${devices.ofJonas}`);
    await walk('location', [], devices.ipad);
    await walk('commands', [], devices.iphone, '?rows=5&start=0');
    await walk('command', [], 90_100);
    const key = ['-H', 'Idempotency-Key: one-press'];
    const lock = form({ ids: devices.macbook, osxLockPin: '482913', message: 'Hello' });
    const first = await walk('lock', [...key, ...lock]);
    expect(await walk('lock', [...key, ...lock])).toEqual(first);
    await refused('CommandPending', 'PUT', '/ssp/device/lock', lock);
    await walk('unlock', form({ ids: devices.pixel, unlockCode: 'harbor44' }));
    await walk('forceCheckin', form({ ids: devices.ipad }));
    await walk('ownership', form({ ids: devices.mini, ownershipType: 'COMPANY_OWNED' }));
    await walk('secureAppsPin', form({}), devices.ipad);
    const named = { ids: devices.ipad, confirmName: 'Ines’s iPad', preserveDataPlan: 'false' };
    await refused('Pattern', 'PUT', '/ssp/device/wipe', form({ ...named, confirmName: 'Other' }));
    await walk('wipe', form(named));
    await walk('wipeCancel', form({ ids: devices.ipad }));
    await walk('retire', form({ ids: devices.ipad }));
    await walk('retireCancel', form({ ids: devices.ipad }));
  });

  it('7.6: uploads, edits, clears and deletes a certificate', async () => {
    await walk('certificateTypes');
    await walk('certificates', [], 0, '?rows=5&sortFields%5B0%5D.name=expirationDate');
    const certificate = `@${p12};type=application/x-pkcs12`;
    const wrong = multipart({ typeId: '501', certificate, password: 'wrong' });
    await refused('Pkcs12WrongPassword', 'POST', '/ssp/certificate', wrong);
    const good = multipart({ typeId: '501', certificate, password: 'hello', description: 'New' });
    const { id } = z.object({ id: z.number() }).parse(await walk('uploadCertificate', good));
    await walk('editCertificate', multipart({ description: 'Newer' }), id);
    await walk('clearPrivateKey', form({}), id);
    await walk('deleteCertificate', [], id);
    await refused('NotFound', 'DELETE', `/ssp/certificate/${id}`);
    expect(have('uploadCertificate', 'deleteCertificate')).toBe(true);
  });

  it('7.5: shows and changes the account, and registers another device', async () => {
    await walk('account');
    await walk('changeAccount', form({ emailAddress: 'ines@haldenvoss.example' }));
    await expect.poll(() => portal.pins.length).toBe(1);
    await walk('confirmEmail', form({ pin: portal.pins[0] ?? '' }));
    await walk('registration');
    await walk('registrationPin', form({}));
    const current = form({ currentPassword: 'wrong', newPassword: 'Harbor-tram-4712' });
    await refused('CurrentPasswordWrong', 'PUT', '/ssp/account/password', current);
    await walk(
      'changePassword',
      form({ currentPassword: portal.password, newPassword: 'Harbor-tram-4712' }),
    );
  });

  it('7.1 again: forgets the password, which the outbox helps with, and signs out', async () => {
    const { username } = portal;
    await walk('logout', form({}));
    await refused('SessionExpired', 'GET', '/ssp/session');
    token = '';
    await walk('forgotPassword', form({ username }));
    const again = await refused('RetryLater', 'POST', '/ssp/password/forgot', form({ username }));
    expect(again.headers).toMatch(/^retry-after: \d+/imu);
    const outbox = await curl([`${portal.url}/outbox`]);
    const pin = /class="pin">(?<pin>\d{6})</u.exec(outbox.body)?.groups?.['pin'] ?? '';
    await walk('resetPassword', form({ username, pin, newPassword: 'Quay-light-9381' }));
  });

  it('has left no call of the contract out, and each is in a document that is valid', async () => {
    expect(walked).toEqual(new Set(operations.map(({ name }) => name)));
    const { status, body } = await curl([address('/ssp/openapi.json')]);
    expect(status).toBe(200);
    const document = z.record(z.string(), z.unknown()).parse(JSON.parse(body));
    const { valid, errors } = await new Validator().validate(document);
    expect([valid, errors ?? []]).toEqual([true, []]);
  });

  it('ends when it is asked to', async () => {
    expect(await portal.stop()).not.toBe(1);
    await expect(curl([`${portal.url}/outbox`])).rejects.toThrow('curl');
  });
});
