import { afterEach, describe, expect, it } from 'vitest';
import type { InspectedKey } from '../../../../preload/contract/inspection.ts';
import { inspectHere } from '../../../../main/demo-portal/inspect-here.ts';
import type { Inspect } from '../../../../main/demo-portal/portal.ts';
import { statusOfCode } from '../../../../main/demo-portal/schema/errors.ts';
import type { PortalCode } from '../../../../main/demo-portal/schema/errors.ts';
import { makeP12 } from './p12-fixture.ts';
import { day, devices, minute, openPortal } from './portal-fixture.ts';
import type { Answer, PortalFixture, Request } from './portal-fixture.ts';

const good = makeP12();
const types = { signing: 501, encryption: 502, vpn: 503 };

let open: PortalFixture[] = [];
afterEach(async () => {
  await Promise.all(open.map((portal) => portal.close()));
  open = [];
});

async function start(inspect: Inspect = inspectHere): Promise<PortalFixture> {
  const portal = await openPortal({ inspect });
  open.push(portal);
  return portal;
}

/** What Ines is answered. */
async function ines(path: string, request: Request = {}, who = 'ines'): Promise<Answer> {
  const portal = await start();
  return portal.ask(path, { token: await portal.signIn(who), ...request });
}

async function upload(
  certificate: Blob,
  more: { password?: string; typeId?: number; inspect?: Inspect; wait?: number } = {},
): Promise<Answer> {
  const portal = await start(more.inspect);
  portal.pass(more.wait ?? 0);
  const { typeId = types.signing, password = 'hello' } = more;
  const token = await portal.signIn('ines');
  return portal.ask('/certificate', { token, multipart: { typeId, certificate, password } });
}

/** An inspector that finds what openssl will not put into a file. */
const finds =
  (change: (keys: InspectedKey[]) => InspectedKey[]): Inspect =>
  async (bytes, order) => {
    const found = await inspectHere(bytes, order);
    if (!found.opened) return found;
    return { ...found, inspection: { ...found.inspection, keys: change(found.inspection.keys) } };
  };

const refuses: Inspect = () =>
  Promise.resolve({
    opened: false,
    failure: { kind: 'unsupported-algorithm', format: 'pkcs12', detail: 'Camellia-512' },
  });

const put = (form: Request['form'] = {}): Request => ({ method: 'PUT', form });

/** One way to every code of portal-api.md 7.7; the type makes a missing one a compile error. */
const ways: Record<PortalCode, () => Promise<Answer>> = {
  NotBlank: () => ines('/session/reauth', { form: {} }),
  Range: () => ines('/device?rows=501'),
  Pattern: () => ines('/device/lock', put({ ids: devices.macbook, osxLockPin: '12345' })),
  Size: () => ines('/device/lock', put({ ids: devices.ipad, message: 'x'.repeat(257) })),
  PasswordPolicy: async () => {
    const portal = await start();
    const token = await portal.signIn('ines');
    const form = { currentPassword: portal.password, newPassword: 'tram-4411-harbor' };
    return portal.ask('/account/password', { token, method: 'PUT', form });
  },
  PasswordReused: async () => {
    const portal = await start();
    const token = await portal.signIn('ines');
    const form = { currentPassword: portal.password, newPassword: portal.password };
    return portal.ask('/account/password', { token, method: 'PUT', form });
  },
  CurrentPasswordWrong: () =>
    ines('/account/password', put({ currentPassword: 'wrong', newPassword: 'Tram-4712-harbor' })),
  Pkcs12Malformed: () => upload(new Blob(['hello, I am a letter'])),
  Pkcs12WrongPassword: () => upload(good, { password: 'wrong' }),
  Pkcs12UnsupportedAlgorithm: () => upload(good, { inspect: refuses }),
  Pkcs12NoPrivateKey: () => upload(makeP12({ withoutKey: true })),
  Pkcs12MultipleKeys: () => upload(good, { inspect: finds((keys) => [...keys, ...keys]) }),
  Pkcs12KeyMismatch: () =>
    upload(good, { inspect: finds((keys) => keys.map((key) => ({ ...key, fits: [] }))) }),
  CertificateExpired: () => upload(makeP12({ days: 10 }), { wait: 11 * day }),
  CertificateNotYetValid: () => upload(good, { wait: -day }),
  KeyUsageMismatch: () =>
    upload(makeP12({ extensions: ['keyUsage=digitalSignature'] }), { typeId: types.encryption }),
  EmailMismatch: () => upload(makeP12({ email: 'jonas.verbeke@haldenvoss.example' })),
  BadCredentials: async () =>
    (await start()).ask('/login', { form: { username: 'nobody@x.example', password: 'x' } }),
  SessionExpired: async () => (await start()).ask('/device'),
  PasswordExpired: () => ines('/device', {}, 'sofie'),
  AccountLocked: async () => {
    const portal = await start();
    const form = { username: portal.username, password: 'wrong' };
    for (let failed = 0; failed < 4; failed += 1) await portal.ask('/login', { form });
    return portal.ask('/login', { form });
  },
  TenantSuspended: async () => {
    const portal = await start();
    const token = await portal.signIn('ines');
    portal.suspendTenant(true);
    return portal.ask('/device', { token });
  },
  ReauthRequired: async () => {
    const portal = await start();
    const token = await portal.signIn('ines');
    portal.pass(6 * minute);
    return portal.ask('/device/retire', { token, ...put({ ids: devices.ipad }) });
  },
  ActionNotAllowed: () => ines('/device/unlock', put({ ids: devices.tablet })),
  WipeDisabledByPolicy: () =>
    ines('/device/wipe', put({ ids: devices.iphone, confirmName: 'Ines’s iPhone' })),
  LocationDisabled: () => ines(`/device/${devices.ofJonas}/location`, {}, 'jonas'),
  NotLocalAccount: () => ines('/account', put({ displayName: 'Jo' }), 'jonas'),
  NotFound: () => ines('/device/1'),
  CommandPending: () => ines('/device/lock', put({ ids: devices.iphone })),
  DeviceStateConflict: () => ines('/device/wipeCancel', put({ ids: devices.ipad })),
  TypeInUse: () =>
    upload(makeP12({ extensions: ['extendedKeyUsage=clientAuth'] }), { typeId: types.vpn }),
  UsernameConflict: () =>
    ines('/account', put({ emailAddress: 'Jonas.Verbeke@haldenvoss.example' })),
  DeviceLimitReached: () => ines('/account/regpin', { form: {} }, 'jonas'),
  FileTooLarge: () => upload(new Blob([new Uint8Array(1_048_577)])),
  RetryLater: async () => {
    const portal = await start();
    const form = { username: portal.username };
    await portal.ask('/password/forgot', { form });
    return portal.ask('/password/forgot', { form });
  },
  ServiceUnavailable: () => upload(good, { inspect: tooMany }),
};

/** The inspection queue is full: the file was not looked at. */
const tooMany: Inspect = () =>
  Promise.resolve({
    opened: false,
    failure: { kind: 'timeout', format: 'unknown', detail: 'queue' },
  });

describe('every error code of the contract', () => {
  for (const [code, way] of Object.entries(ways)) {
    it(`${code} is answered in the vendor’s envelope, under its own status`, async () => {
      const answer = await way();
      const expected = Object.entries(statusOfCode).find(([name]) => name === code)?.[1];
      expect(answer.codes).toContain(code);
      expect(answer.status).toBe(expected);
      expect(answer.result).toBeNull();
    });
  }

  it('a locked account says when to come back', async () => {
    expect((await ways.AccountLocked()).headers.get('Retry-After')).toBe('300');
  });

  it('too many files at once say when to come back, and nothing about the file', async () => {
    const answer = await ways.ServiceUnavailable();
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
  });

  it('a second PIN within fifteen minutes says when to come back', async () => {
    expect((await ways.RetryLater()).headers.get('Retry-After')).toBe('900');
  });

  it('too many rows are refused in the vendor’s own words, naming the field', async () => {
    const answer = await ways.Range();
    expect([answer.codes, answer.fields]).toEqual([['Range'], ['rows']]);
  });
});
