import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrderQuestion } from '../../../../../main/devices/device-orders.ts';
import { alice, startAdminServer } from '../../../../support/admin-v1-server.ts';
import type { AdminServer } from '../../../../support/admin-v1-server.ts';
import { rejectionOf } from '../../../../support/failures.ts';
import { createTestFeatures } from '../../../../support/features.ts';
import type { TestFeatures } from '../../../../support/features.ts';

let server: AdminServer;
let app: TestFeatures;
const asked: OrderQuestion[] = [];
const puts = () => server.requests.filter(({ method }) => method === 'PUT');

beforeEach(async () => {
  asked.length = 0;
  server = await startAdminServer();
  app = createTestFeatures({
    confirm: (question) => {
      asked.push(question);
      return Promise.resolve(true);
    },
  });
  await app.call('session.signIn', { address: server.origin, ...alice, keepSignedIn: false });
  await app.call('devices.list', { refresh: true });
});
afterEach(async () => {
  await app.close();
  await server.close();
});

describe('a person at a site that fronts the vendor’s API', () => {
  it('wipes a device after a proof of the password and main’s own question, once', async () => {
    const wipe = { deviceId: '123', confirmName: 'DESKTOP-123', preserveDataPlan: true };
    expect(await rejectionOf(app.call('devices.wipe', wipe))).toEqual({ code: 'reauth-required' });
    expect(puts()).toEqual([]);
    await app.call('session.reauth', { password: alice.password });
    const { commands } = await app.call('devices.wipe', wipe);
    expect(commands).toMatchObject([{ type: 'wipe', state: 'queued', cancellable: true }]);
    expect(asked).toEqual([{ kind: 'wipe', deviceName: 'DESKTOP-123', platform: 'windows' }]);
    expect(puts()).toHaveLength(1);
    const { commands: taken } = await app.call('devices.cancelCommand', {
      deviceId: '123',
      commandId: commands[0]?.id ?? '',
    });
    expect(taken[0]).toMatchObject({ id: commands[0]?.id, state: 'cancelled' });
  });

  it('locks a Mac with a PIN, and sees the order as requested', async () => {
    await app.call('devices.lock', { deviceId: '124', pin: '482913', message: 'Please call' });
    expect(puts().map(({ form }) => form.toString())).toEqual([
      'ids=124&message=Please+call&osxLockPin=482913',
    ]);
    const changed = app.told.of('device.changed').findLast(({ id }) => id === '124');
    expect(changed?.pending).toMatchObject([{ state: 'queued' }]);
    const history = await app.call('devices.commands', { deviceId: '124', start: 0 });
    expect(history).toMatchObject({ total: 1, commands: [{ type: 'lock', state: 'queued' }] });
  });

  it('whose answer to a lock is lost is not told that nothing arrived', async () => {
    server.world.put = () => 'cut-off';
    expect(await rejectionOf(app.call('devices.lock', { deviceId: '123' }))).toEqual({
      code: 'outcome-unknown',
    });
    expect(puts()).toHaveLength(1);
  });

  it('is told of everything that is not there, by name', async () => {
    expect([
      await rejectionOf(app.call('certificates.list', { refresh: true })),
      await rejectionOf(app.call('certificates.delete', { certificateId: '1' })),
      await rejectionOf(app.call('account.get', undefined)),
      await rejectionOf(app.call('registration.get', undefined)),
      await rejectionOf(app.call('registration.newPin', undefined)),
    ]).toMatchObject([
      { code: 'not-supported', reason: 'certificates' },
      { code: 'not-supported' },
      { code: 'not-supported', reason: 'accountKeeping' },
      { code: 'not-supported', reason: 'registration' },
      { code: 'not-supported', reason: 'registration' },
    ]);
    expect(await app.call('devices.locate', { deviceId: '123' })).toEqual({
      found: false,
      why: 'disabled',
    });
  });
});
