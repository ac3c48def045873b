import { describe, expect, it } from 'vitest';
import { demand } from '../../../../../main/portal/capabilities.ts';
import { failureOf, rejectionOf } from '../../../../support/failures.ts';
import { prepareAdmin } from './admin-fixture.ts';

const { enter, paths } = prepareAdmin();
const idempotencyKey = '2f0c8a4e-8a43-4f6e-9f0e-7a0f6f1a2b3c';

describe('what the vendor has not published', () => {
  it('is never asked for, whatever the app wants to know', async () => {
    const portal = await enter();
    await portal.account();
    await portal.allowance();
    await portal.devices();
    const [made] = await portal.lock({ deviceId: '123', idempotencyKey });
    await portal.forceCheckIn({ deviceIds: ['124'], idempotencyKey: 'another' });
    await portal.command(made?.id ?? '');
    await portal.commands('123', 0);
    for (const name of ['registration', 'accountKeeping', 'certificateChanges', 'looks'] as const)
      expect(failureOf(() => demand(portal, name))).toEqual({
        code: 'not-supported',
        reason: name,
      });
    const orders = demand(portal, 'orders');
    await orders.location('123');
    await rejectionOf(orders.cancelRetire({ deviceId: '123', idempotencyKey }));
    await rejectionOf(orders.secureAppsPin('123'));
    const signal = new AbortController().signal;
    const upload = { typeId: '1', bytes: new Uint8Array(1), fileName: 'a.p12', password: 'x' };
    const more = { idempotencyKey, signal, onSent: () => undefined };
    for (const call of [
      portal.certificateTypes(),
      portal.certificates([]),
      portal.uploadCertificate({ ...upload, ...more }),
    ])
      expect(await rejectionOf(call)).toEqual({ code: 'not-supported', reason: 'certificates' });
    expect(await rejectionOf(portal.command('of an earlier start'))).toEqual({
      code: 'not-found',
    });
    await portal.signOut();
    expect([...new Set(paths())].sort()).toEqual([
      'GET /api/v1/account',
      'GET /api/v1/device',
      'GET /api/v1/device/123',
      'GET /api/v1/metadata/tenant',
      'GET /api/v1/ssp/login/options',
      'PUT /api/v1/device/forceCheckin',
      'PUT /api/v1/device/lock',
    ]);
  });
});
