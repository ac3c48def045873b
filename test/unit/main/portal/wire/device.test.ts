import { describe, expect, it } from 'vitest';
import { toDevice, wireDevice } from '../../../../../main/portal/wire/device.ts';
import { device } from '../../../../../preload/contract/devices.ts';
import type { Device } from '../../../../../preload/contract/devices.ts';

const now = Date.UTC(2026, 10, 22);
const day = 86_400_000;

const read = (fields: Record<string, unknown>): Device =>
  device.parse(toDevice(wireDevice.parse({ id: 7, ...fields }), now));

describe('a device', () => {
  it('of which nothing is known but its id is shown all the same', () => {
    expect(read({})).toMatchObject({
      id: '7',
      name: '7',
      platform: 'unknown',
      state: 'other',
      compliance: 'unknown',
      ownership: 'unknown',
      connectivity: 'unknown',
      inactive: true,
      pending: [],
    });
  });

  it('as the vendor’s own sample has it', () => {
    const sample = {
      deviceName: 'DESKTOP-B76IV6U',
      prettyModel: 'innotek GmbH: VirtualBox',
      platformType: 'WINDOWS_PHONE',
      deviceFamily: 'DESKTOP',
      platformVersion: '10.0',
      registrationState: 'ACTIVE',
      complianceState: false,
      imsi: 'Not Present',
      ownershipType: 'UNKNOWN',
      serialNumber: null,
      lostModeEnabled: null,
      lastCheckin: now - 3 * day,
      privacyPolicy: {
        policyId: 1,
        policyName: 'P',
        locateStatus: 'DISABLED',
        wipeDisabled: false,
      },
      winDmClientChannelUri: 'https://push.example/secret',
      bypassCode: 'SECRET-CODE',
    };
    const found = read(sample);
    expect(found).toMatchObject({
      platform: 'windows',
      form: 'desktop',
      os: 'Windows 10.0',
      compliance: 'not-compliant',
      inactive: false,
      lostMode: false,
      policy: { location: 'disabled' },
    });
    expect(JSON.stringify(found)).not.toMatch(/secret/iu);
  });

  it.each([
    [{ platformType: 'IOS', deviceModel: 'iPhone17,1' }, 'ios', 'phone'],
    [{ platformType: 'IOS', prettyModel: 'iPad Pro' }, 'ipados', 'tablet'],
    [{ platformType: 'ANDROID', deviceFamily: 'TABLET' }, 'android', 'tablet'],
    [{ platformType: 'MACOS', prettyModel: 'Mac mini' }, 'macos', 'desktop'],
    [{ platformType: 'OSX', prettyModel: 'MacBook Air' }, 'macos', 'laptop'],
    [{ platformType: 'CHROMEOS' }, 'chromeos', 'laptop'],
    [{ platformType: 'FUCHSIA' }, 'unknown', 'phone'],
  ])('%j', (fields, platform, form) => {
    expect(read(fields)).toMatchObject({ platform, form, needsLockPin: platform === 'macos' });
  });

  it.each([
    ['Retire Pending', 'retire-pending', null],
    ['PENDING RETIREMENT', 'retire-pending', null],
    ['WIPED', 'wiped', null],
    ['Disable sent', 'other', 'Disable sent'],
    ['__proto__', 'other', '__proto__'],
  ])('in the state %j is %j', (registrationState, state, stateText) => {
    expect(read({ registrationState })).toMatchObject({ state, stateText });
  });

  it('that has not checked in for 30 days is inactive', () => {
    expect(read({ lastCheckin: now - 29 * day }).inactive).toBe(false);
    expect(read({ lastCheckin: now - 31 * day }).inactive).toBe(true);
  });
});

describe('what may be done to it', () => {
  const refusals = (fields: Record<string, unknown>): Record<string, unknown> => {
    const { actions, portalCodes } = read(fields);
    return { ...actions, ...portalCodes };
  };

  it('is what the portal says, reason by reason', () => {
    expect(
      refusals({
        allowedActions: ['LOCK', 'FORCE_CHECKIN', 'DANCE'],
        disallowed: {
          WIPE: 'WIPE_DISABLED_BY_POLICY',
          UNLOCK: 'LOST_MODE',
          RETIRE: 'PHASE_OF_MOON',
          LOCATE: null,
          __proto__: 'x',
        },
      }),
    ).toEqual({
      'force-check-in': null,
      lock: null,
      wipe: 'wipe-disabled-by-policy',
      unlock: 'lost-mode',
      retire: 'PHASE_OF_MOON',
      locate: 'not-offered-by-portal',
      'reset-secure-apps-pin': 'not-offered-by-portal',
      'set-ownership': 'not-offered-by-portal',
    });
  });

  it('does not include what is being done already', () => {
    const command = { id: 1, deviceId: 7, type: 'LOCK', state: 'SENT', requestedAt: now };
    const fields = { allowedActions: ['LOCK', 'UNLOCK'], pendingCommands: [command] };
    expect(refusals(fields)).toMatchObject({ lock: 'command-pending', unlock: null });
    const done = { ...command, state: 'ACKNOWLEDGED' };
    expect(read({ ...fields, pendingCommands: [done] }).pending).toEqual([]);
  });

  it('counts commands that are broken as none', () => {
    expect(read({ pendingCommands: [null, 7, { id: 1 }, { id: 2, deviceId: 7 }] }).pending).toEqual(
      [],
    );
    expect(read({ pendingCommands: 'LOCK' }).pending).toEqual([]);
  });
});
