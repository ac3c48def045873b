import { describe, expect, it } from 'vitest';
import { device } from '../../../../../preload/contract/devices.ts';
import { neverShown, sampleTime, vendorDevice } from '../../../../support/admin-v1-samples.ts';
import { alice } from '../../../../support/admin-v1-server.ts';
import { rejectionOf } from '../../../../support/failures.ts';
import { prepareAdmin } from './admin-fixture.ts';

const { server, enter } = prepareAdmin();
const masked = {
  uid: '****',
  displayName: 'A**** E******',
  firstName: '*****',
  lastName: '*******',
  emailAddress: 'a****@a***.example',
  phoneNumber: '+49*******81',
  imei: 'XXXXXXXXXXXXXXX',
  serialNumber: '************',
  latitude: '****',
  longitude: '****',
  locationLastCapturedAt: '****',
};

describe('the devices of a person', () => {
  it('are their own only, each a value of the contract', async () => {
    const devices = await (await enter()).devices();
    expect(devices.map(({ id }) => id)).toEqual(['123', '124']);
    for (const one of devices) expect(device.parse(one)).toEqual(one);
    const text = JSON.stringify(devices);
    for (const secret of neverShown) expect(text).not.toContain(secret);
  });

  it('are asked for by their e-mail address, in the space that the tenant names', async () => {
    await (await enter()).devices();
    const { method, path } = server().requests.at(-1) ?? {};
    expect([method, path]).toEqual(['GET', '/api/v1/device']);
    expect(server().requests.at(-1)?.query).toEqual({
      dmPartitionId: '100001',
      fq: `emailAddress=${alice.username}`,
      rows: '500',
      start: '0',
    });
  });

  it('stay their own at a proxy that answers with everybody’s', async () => {
    server().world.ignoresFilters = true;
    const portal = await enter();
    expect((await portal.devices()).map(({ id }) => id)).toEqual(['123', '124']);
    expect(await rejectionOf(portal.device('900'))).toEqual({ code: 'not-found' });
  });

  it('may be 1,200, read 500 at a time', async () => {
    server().world.devices = Array.from({ length: 1_200 }, (_, at) => vendorDevice(at + 1));
    const devices = await (await enter()).devices();
    expect(new Set(devices.map(({ id }) => id)).size).toBe(1_200);
    const lists = server().requests.filter(({ path }) => path === '/api/v1/device');
    expect(lists.map(({ query }) => query['start'])).toEqual(['0', '500', '1000']);
  });

  it('have empty places where the vendor writes null, Not Present or UNKNOWN', async () => {
    const [first] = await (await enter()).devices();
    expect(first).toMatchObject({
      name: 'DESKTOP-123',
      platform: 'windows',
      form: 'desktop',
      os: 'Windows 10.0',
      state: 'active',
      compliance: 'compliant',
      ownership: 'unknown',
      lastCheckIn: sampleTime,
      identifiers: { serial: null, imei: null, udid: null, wifiMac: '00:00:00:00:86:17' },
      policy: { name: 'Windows Privacy', location: 'disabled', wipeDisabled: false },
    });
  });

  it('offer what this API can do, and give the reason for the rest', async () => {
    const [first, mac] = await (await enter()).devices();
    expect(first?.actions).toEqual({
      'force-check-in': null,
      lock: null,
      unlock: null,
      retire: null,
      wipe: null,
      locate: 'location-disabled',
      'reset-secure-apps-pin': 'not-offered-by-portal',
      'set-ownership': 'not-offered-by-portal',
    });
    // A Mac is wiped with a PIN, and what that parameter is called is not public.
    expect(mac?.actions.wipe).toBe('not-offered-by-portal');
    expect(mac).toMatchObject({ platform: 'macos', needsLockPin: true });
  });

  it('that are no longer managed can’t be given orders', async () => {
    server().world.devices = [vendorDevice(1, { registrationState: 'Retire Pending' })];
    const [one] = await (await enter()).devices();
    expect(one?.state).toBe('retire-pending');
    expect(one?.actions.lock).toBe('device-not-active');
  });

  it('whose policy forbids a wipe, or that are lost, are not wiped or unlocked', async () => {
    const privacyPolicy = { policyName: null, locateStatus: 'USER_DENIED', wipeDisabled: true };
    server().world.devices = [vendorDevice(1, { privacyPolicy, lostModeEnabled: true })];
    const [one] = await (await enter()).devices();
    const refused = Object.entries(one?.actions ?? {}).filter(([, refusal]) => refusal !== null);
    expect(Object.fromEntries(refused)).toEqual({
      wipe: 'wipe-disabled-by-policy',
      unlock: 'lost-mode',
      locate: 'location-denied-on-device',
      'reset-secure-apps-pin': 'not-offered-by-portal',
      'set-ownership': 'not-offered-by-portal',
    });
  });

  it('in a state that nobody has met show the portal’s word for it', async () => {
    server().world.devices = [
      vendorDevice(1, { registrationState: 'Disable sent', platformType: 'HOLOLENS' }),
    ];
    const [one] = await (await enter()).devices();
    expect(one).toMatchObject({ state: 'other', stateText: 'Disable sent', os: '10.0' });
    expect(one?.actions.lock).toBeNull();
  });
});

describe('values that the organisation masks', () => {
  it('are shown as hidden, and the devices are found by the id of their owner', async () => {
    server().world.devices = [vendorDevice(1, masked), vendorDevice(2, { ...masked, ownerId: 12 })];
    const devices = await (await enter()).devices();
    expect(devices.map(({ id }) => id)).toEqual(['1']);
    expect(devices[0]).toMatchObject({
      name: 'DESKTOP-1',
      identifiers: { serial: '•••••', imei: '•••••', phoneNumber: '•••••' },
    });
    expect(JSON.stringify(devices)).not.toMatch(/\*\*|XXX|NaN/u);
  });

  it('in the account leave the name that was signed in with', async () => {
    const { accounts, devices } = server().world;
    Object.assign(accounts[0] ?? {}, masked, { username: '****' });
    for (const one of devices) Object.assign(one, masked);
    const portal = await enter();
    expect(await portal.account()).toEqual({
      username: alice.username,
      displayName: alice.username,
      emailAddress: alice.username,
    });
    expect(await portal.devices()).toHaveLength(2);
  });

  it('that hide whose the devices are show none of them, and say why', async () => {
    server().world.hidesAccounts = true;
    server().world.devices = [vendorDevice(1, masked)];
    const portal = await enter();
    expect(await rejectionOf(portal.devices())).toEqual({
      code: 'not-supported',
      reason: 'owner-hidden',
    });
    expect(await rejectionOf(portal.device('1'))).toEqual({ code: 'not-found' });
  });
});
