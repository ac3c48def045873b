import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { command } from '../../../../main/demo-portal/schema/command.ts';
import { device } from '../../../../main/demo-portal/schema/device.ts';
import { page } from '../../../../main/demo-portal/schema/envelope.ts';
import { day, devices, minute, openPortal, second } from './portal-fixture.ts';
import type { Answer, Fields, PortalFixture } from './portal-fixture.ts';

type Command = z.infer<typeof command>;

let portal: PortalFixture;
let token: string;
beforeEach(async () => {
  portal = await openPortal();
  token = await portal.signIn('ines');
});
afterEach(() => portal.close());

const put = (action: string, form: Fields): Promise<Answer> =>
  portal.ask(`/device/${action}`, { token, method: 'PUT', form });

const listed = (answer: Answer): Command[] => page(command).parse(answer.result).searchResults;

async function send(action: string, form: Fields): Promise<Command> {
  const [only] = listed(await put(action, form));
  return command.parse(only);
}

/** The command as the portal has it now; signs in again when the session is over. */
async function look({ id }: Command): Promise<Command> {
  if ((await portal.ask('/session', { token })).status !== 200) token = await portal.signIn('ines');
  return command.parse((await portal.ask(`/command/${id}`, { token })).result);
}

async function show(id: number): Promise<z.infer<typeof device>> {
  return device.parse((await portal.ask(`/device/${id}`, { token })).result);
}

describe('the course of a command', () => {
  it('goes from queued over sent to acknowledged, each with its time', async () => {
    const asked = await send('lock', { ids: devices.ipad, message: 'Found me? Call 555 01' });
    expect(asked).toMatchObject({ state: 'QUEUED', sentAt: null, completedAt: null });
    expect(asked.message).toBe('Found me? Call 555 01');
    portal.pass(second);
    const sent = await look(asked);
    expect(sent).toMatchObject({ state: 'SENT', completedAt: null });
    expect(sent.sentAt).toBeGreaterThan(asked.requestedAt);
    portal.pass(minute);
    const done = await look(asked);
    expect(done).toMatchObject({ state: 'ACKNOWLEDGED', errorCode: null });
    expect((await show(devices.ipad)).lastCheckin).toBe(done.completedAt);
  });

  it('a busy device says not now before it does it', async () => {
    const asked = await send('lock', { ids: devices.macbook, osxLockPin: '482913' });
    portal.pass(2 * second);
    expect((await look(asked)).state).toBe('NOT_NOW');
    portal.pass(minute);
    expect((await look(asked)).state).toBe('ACKNOWLEDGED');
  });

  it('a device may refuse, and says why', async () => {
    const asked = await send('unlock', { ids: devices.pixel, unlockCode: 'harbor44' });
    portal.pass(minute);
    expect(await look(asked)).toMatchObject({ state: 'FAILED', errorCode: 'PasscodeTokenMissing' });
  });

  it('waits for an offline device: an Apple device at Apple, an Android device in the queue', async () => {
    const [mac, tablet] = [
      await send('forceCheckin', { ids: devices.mini }),
      await send('forceCheckin', { ids: devices.tablet }),
    ];
    portal.pass(3 * day);
    expect([(await look(mac)).state, (await look(tablet)).state]).toEqual(['SENT', 'QUEUED']);
    portal.bringOnline(devices.tablet);
    portal.pass(minute);
    expect((await look(tablet)).state).toBe('ACKNOWLEDGED');
    expect((await show(devices.tablet)).connectivity).toBe('ONLINE');
    expect((await look(mac)).state).toBe('SENT');
  });

  it('expires after thirty days without the device', async () => {
    const asked = await send('wipe', {
      ids: devices.mini,
      confirmName: 'Spare Mac mini',
      osxWipePin: '123456',
    });
    expect((await show(devices.mini)).registrationState).toBe('WIPE_PENDING');
    portal.pass(31 * day);
    expect((await look(asked)).state).toBe('EXPIRED');
    expect((await show(devices.mini)).registrationState).toBe('ACTIVE');
  });

  it('the lock that waits at the start is carried out when the iPhone comes back', async () => {
    const [waiting] = (await show(devices.iphone)).pendingCommands;
    expect(waiting).toMatchObject({ type: 'LOCK', message: 'Please call +32 9 555 01 42' });
    portal.pass(6 * minute);
    expect((await show(devices.iphone)).pendingCommands).toEqual([]);
  });
});

describe('asking for a command', () => {
  it('a second of the same type is refused while one is under way, another type is not', async () => {
    await send('lock', { ids: devices.ipad });
    expect((await put('lock', { ids: devices.ipad })).codes).toEqual(['CommandPending']);
    expect((await put('forceCheckin', { ids: devices.ipad })).status).toBe(200);
    portal.pass(minute);
    expect((await put('lock', { ids: devices.ipad })).status).toBe(200);
  });

  it('among several devices the refused one is listed as failed and the others get it', async () => {
    const ids = [devices.ipad, devices.thinkpad, devices.iphone];
    const answers = listed(await put('lock', { ids }));
    expect(answers.map(({ state, errorCode }) => [state, errorCode])).toEqual([
      ['QUEUED', null],
      ['FAILED', 'ActionNotAllowed'],
      ['FAILED', 'CommandPending'],
    ]);
  });

  it('one device named twice gets it once', async () => {
    const answers = listed(await put('forceCheckin', { ids: [devices.ipad, devices.ipad] }));
    expect(answers).toHaveLength(1);
  });

  it('a Mac is not locked or wiped without its six digits', async () => {
    const lock = await put('lock', { ids: devices.macbook });
    expect([lock.codes, lock.fields]).toEqual([['NotBlank'], ['osxLockPin']]);
    const wipe = await put('wipe', { ids: devices.macbook, confirmName: 'Ines’s MacBook Pro' });
    expect([wipe.codes, wipe.fields]).toEqual([['NotBlank'], ['osxWipePin']]);
  });

  it('a message goes only to devices that can show one', async () => {
    expect((await send('lock', { ids: devices.pixel, message: 'Hello' })).message).toBeNull();
  });

  it('an unlock code is for one Android device alone', async () => {
    const form = { ids: devices.ipad, unlockCode: 'harbor44' };
    expect((await put('unlock', form)).fields).toEqual(['unlockCode']);
  });

  it('nothing is sent without an id, and no more than two hundred at once', async () => {
    expect((await put('lock', {})).codes).toEqual(['NotBlank']);
    const ids = Array.from({ length: 201 }, (_, index) => index + 1);
    expect((await put('lock', { ids })).codes).toEqual(['Size']);
  });

  it('the history is told latest first, in pages', async () => {
    const path = `/device/${devices.iphone}/command?rows=3`;
    const told = page(command).parse((await portal.ask(path, { token })).result);
    expect(told.totalCount).toBe(14);
    expect(told.searchResults.map(({ type, state }) => [type, state])).toEqual([
      ['LOCK', 'SENT'],
      ['FORCE_CHECKIN', 'ACKNOWLEDGED'],
      ['UNLOCK', 'CANCELLED'],
    ]);
  });
});

describe('wiping and retiring', () => {
  const form = { ids: devices.ipad, confirmName: 'Ines’s iPad' };

  it('the name has to be the device’s, and one device is wiped at a time', async () => {
    const wrong = await put('wipe', { ...form, confirmName: 'Ines’s iPhone' });
    expect([wrong.codes, wrong.fields]).toEqual([['Pattern'], ['confirmName']]);
    expect((await put('wipe', { ...form, ids: [devices.ipad, devices.pixel] })).fields).toEqual([
      'ids',
    ]);
  });

  it('can be taken back until the device picks it up, and leaves no trace then', async () => {
    const asked = await send('wipe', form);
    expect(asked.cancellable).toBe(true);
    expect(await show(devices.ipad)).toMatchObject({ registrationState: 'WIPE_PENDING' });
    portal.pass(10 * second);
    const cancelled = await send('wipeCancel', { ids: devices.ipad });
    expect(cancelled).toMatchObject({ id: asked.id, state: 'CANCELLED', cancellable: false });
    portal.pass(minute);
    expect((await look(asked)).state).toBe('CANCELLED');
    expect(await show(devices.ipad)).toMatchObject({
      registrationState: 'ACTIVE',
      pendingCommands: [],
    });
  });

  it('once done there is nothing to cancel, and nothing more to be asked of the device', async () => {
    await send('wipe', form);
    portal.pass(minute);
    expect((await show(devices.ipad)).registrationState).toBe('WIPED');
    expect((await show(devices.ipad)).allowedActions).toEqual([]);
    expect((await put('wipeCancel', { ids: devices.ipad })).codes).toEqual(['DeviceStateConflict']);
    expect((await put('lock', { ids: devices.ipad })).codes).toEqual(['DeviceStateConflict']);
  });

  it('retiring can be taken back too; done, it removes the location and frees a place', async () => {
    await send('retire', { ids: devices.ipad });
    await send('retireCancel', { ids: devices.ipad });
    expect((await show(devices.ipad)).registrationState).toBe('ACTIVE');
    await send('retire', { ids: devices.ipad });
    portal.pass(minute);
    const { result } = await portal.ask(`/device/${devices.ipad}/location`, { token });
    expect(result).toMatchObject({ latitude: null, longitude: null });
    expect((await portal.ask('/registration', { token })).result).toMatchObject({ devicesUsed: 7 });
  });

  it('a second wipe is one that is pending, not a conflict', async () => {
    await send('wipe', form);
    expect((await put('wipe', form)).codes).toEqual(['CommandPending']);
    expect((await put('retire', { ids: devices.ipad })).codes).toEqual(['DeviceStateConflict']);
  });

  it('a Chromebook shows in its own words that it is being disabled', async () => {
    await send('lock', { ids: devices.chromebook });
    expect((await show(devices.chromebook)).registrationState).toBe('DISABLE_SENT');
    portal.pass(minute);
    expect((await show(devices.chromebook)).registrationState).toBe('DISABLED');
  });
});
