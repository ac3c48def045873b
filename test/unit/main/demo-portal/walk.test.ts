import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../../../main/demo-portal/operations.ts';
import { envelope } from '../../../../main/demo-portal/schema/envelope.ts';
import { makeP12 } from './p12-fixture.ts';
import { devices, minute, openPortal } from './portal-fixture.ts';
import type { Answer, PortalFixture, Request } from './portal-fixture.ts';

const walked = new Set<string>();
const withId = z.object({ id: z.number() });
const verifier = 'v'.repeat(43);

let portal: PortalFixture;
let token: string;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

/** Whether all of these calls have been made. */
const have = (...names: string[]): boolean => names.every((name) => walked.has(name));

/** Makes a call that has to succeed, and holds its answer against the schema that the document shows. */
async function walk(name: string, request: Request = {}, id = 0, query = ''): Promise<Answer> {
  const operation = operations.find((one) => one.name === name);
  const path = (operation?.path ?? '').replace('/ssp', '').replace('{id}', String(id));
  const answer = await portal.ask(path + query, {
    method: operation?.method ?? '',
    ...(operation?.access === 'open' ? {} : { token }),
    ...request,
  });
  expect([name, answer.status, answer.codes]).toEqual([name, 200, []]);
  const schema = envelope(operation?.result ?? z.never());
  expect(schema.safeParse({ errors: null, result: answer.result }).error).toBeUndefined();
  walked.add(name);
  return answer;
}

describe('a walk through section 7 of the contract', () => {
  it('signs in, in both ways', async () => {
    await walk('loginOptions', {}, 0, `?username=${portal.username}`);
    const form = { username: portal.username, password: portal.password };
    const { result } = await walk('login', { form });
    token = z.object({ sessionToken: z.string() }).parse(result).sessionToken;

    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const back = new URLSearchParams({
      redirect_uri: 'http://127.0.0.1:9/',
      code_challenge: challenge,
    });
    const url = `${portal.url}/api/v1/ssp/saml/authorize?${back}`;
    const { headers } = await fetch(url, { redirect: 'manual' });
    const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
    await walk('loginSaml', { form: { code, codeVerifier: verifier } });
    expect(have('login', 'loginSaml')).toBe(true);
  });

  it('looks at session and configuration, and accepts terms', async () => {
    await walk('session');
    await walk('reauthenticate', { form: { password: portal.password } });
    await walk('acceptTerms', { form: { version: 'any' } });
    await walk('config');
    expect(have('session', 'config')).toBe(true);
  });

  it('looks at devices and gives every command', async () => {
    await walk('devices', {}, 0, '?rows=10&start=0&q=ines');
    await walk('device', {}, devices.ipad);
    await walk('location', {}, devices.ipad);
    await walk('commands', {}, devices.iphone);
    await walk('command', {}, 90_100);
    await walk('secureAppsPin', { form: {} }, devices.ipad);
    await walk('lock', { form: { ids: devices.macbook, osxLockPin: '482913', message: 'Hello' } });
    await walk('unlock', { form: { ids: devices.pixel, unlockCode: 'harbor44' } });
    await walk('forceCheckin', { form: { ids: [devices.ipad, devices.pixel] } });
    await walk('ownership', { form: { ids: devices.mini, ownershipType: 'COMPANY_OWNED' } });
    await walk('wipe', {
      form: { ids: devices.ipad, confirmName: 'Ines’s iPad', preserveDataPlan: 'false' },
    });
    await walk('wipeCancel', { form: { ids: devices.ipad } });
    await walk('retire', { form: { ids: devices.ipad } });
    await walk('retireCancel', { form: { ids: devices.ipad } });
    expect(have('lock', 'wipe', 'retire')).toBe(true);
  });

  it('looks after certificates', async () => {
    await walk('certificateTypes');
    await walk('certificates', {}, 0, '?rows=5');
    const multipart = {
      typeId: 501,
      certificate: makeP12(),
      password: 'hello',
      description: 'New',
    };
    const { id } = withId.parse((await walk('uploadCertificate', { multipart })).result);
    await walk('editCertificate', { multipart: { description: 'Newer' } }, id);
    await walk('clearPrivateKey', { form: {} }, id);
    await walk('deleteCertificate', {}, id);
    expect(have('uploadCertificate', 'deleteCertificate')).toBe(true);
  });

  it('looks after the account and registers another device', async () => {
    await walk('account');
    await walk('changeAccount', { form: { emailAddress: 'ines@haldenvoss.example' } });
    await walk('confirmEmail', { form: { pin: portal.mails[0]?.pin } });
    await walk('registration');
    await walk('registrationPin', { form: {} });
    const form = { currentPassword: portal.password, newPassword: 'Harbor-tram-4712' };
    await walk('changePassword', { form });
    expect(have('account', 'changePassword')).toBe(true);
  });

  it('forgets the password, sets a new one, and signs out', async () => {
    await walk('logout', { form: {} });
    await walk('forgotPassword', { form: { username: portal.username } });
    portal.pass(minute);
    const pin = portal.mails.at(-1)?.pin;
    const form = { username: portal.username, pin, newPassword: 'Quay-light-9381' };
    await walk('resetPassword', { form });
    expect(have('logout', 'resetPassword')).toBe(true);
  });

  it('has left nothing out', () => {
    expect(walked).toEqual(new Set(operations.map(({ name }) => name)));
  });
});
