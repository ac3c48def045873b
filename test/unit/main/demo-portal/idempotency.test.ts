import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeP12 } from './p12-fixture.ts';
import { day, devices, minute, openPortal } from './portal-fixture.ts';
import type { Answer, PortalFixture } from './portal-fixture.ts';

let portal: PortalFixture;
let token: string;
beforeEach(async () => {
  portal = await openPortal();
  token = await portal.signIn('ines');
});
afterEach(() => portal.close());

const headers = { 'Idempotency-Key': '2f1c6d0e-one' };
const lock = (id: number): Promise<Answer> =>
  portal.ask('/device/lock', { token, method: 'PUT', form: { ids: id }, headers });

describe('an Idempotency-Key', () => {
  it('has a lock that is sent twice carried out once, with the same answer', async () => {
    const [first, second] = [await lock(devices.ipad), await lock(devices.ipad)];
    expect(second.result).toEqual(first.result);
    expect(second.headers.get('Idempotent-Replayed')).toBe('true');
    expect(first.headers.get('Idempotent-Replayed')).toBeNull();
  });

  it('has an upload that is sent twice at once kept once', async () => {
    const before = portal.repushedConfigurations();
    const multipart = { typeId: 501, certificate: makeP12(), password: 'hello' };
    const send = (): Promise<Answer> => portal.ask('/certificate', { token, multipart, headers });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second.result).toEqual(first.result);
    const all = await portal.ask('/certificate', { token });
    expect(all.result).toMatchObject({ totalCount: 8 });
    expect(portal.repushedConfigurations() - before).toBe(3);
  });

  it('can’t be used for something else', async () => {
    await lock(devices.ipad);
    const other = await lock(devices.pixel);
    expect([other.codes, other.fields]).toEqual([['Pattern'], ['Idempotency-Key']]);
  });

  it('is forgotten after a day', async () => {
    await lock(devices.ipad);
    portal.pass(day - minute);
    token = await portal.signIn('ines');
    expect((await lock(devices.ipad)).headers.get('Idempotent-Replayed')).toBe('true');
    portal.pass(minute);
    const late = await lock(devices.ipad);
    expect([late.status, late.headers.get('Idempotent-Replayed')]).toEqual([200, null]);
  });

  it('may be tried again after a refusal, once the password is proven', async () => {
    portal.pass(6 * minute);
    const retire = { token, method: 'PUT', form: { ids: devices.ipad }, headers };
    expect((await portal.ask('/device/retire', retire)).codes).toEqual(['ReauthRequired']);
    await portal.ask('/session/reauth', { token, form: { password: portal.password } });
    expect((await portal.ask('/device/retire', retire)).status).toBe(200);
  });

  it('belongs to one person: the same key of another is another', async () => {
    await lock(devices.ipad);
    const other = await portal.signIn('jonas');
    const form = { ids: devices.ofJonas };
    const answer = await portal.ask('/device/lock', { token: other, method: 'PUT', form, headers });
    expect(answer.status).toBe(200);
  });

  it('has to be printable', async () => {
    const answer = await portal.ask('/device/lock', {
      token,
      method: 'PUT',
      form: { ids: devices.ipad },
      headers: { 'Idempotency-Key': 'x'.repeat(300) },
    });
    expect(answer.fields).toEqual(['Idempotency-Key']);
  });
});
