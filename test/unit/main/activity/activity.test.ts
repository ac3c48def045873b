import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityEntry } from '../../../../preload/contract/activity.ts';
import { parseCsv } from '../../../support/csv.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { createTestFeatures } from '../../../support/features.ts';
import { makeP12 } from '../../../support/p12.ts';
import { patience } from '../../../support/patience.ts';
import { signInToPortal } from '../../../support/signed-in.ts';
import type { SignedInFeatures } from '../../../support/signed-in.ts';

let app: SignedInFeatures;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-activity-'));
  app = await signInToPortal({
    askWhereToSave: ({ suggestedName }) => Promise.resolve(join(folder, suggestedName)),
  });
  await app.call('devices.list', { refresh: true });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const iphone = '73541';
const macbook = '73542';
const ipad = '73544';
const pixel = '73545';

const entries = async (): Promise<ActivityEntry[]> =>
  (await app.call('activity.list', undefined)).entries;
const last = async (): Promise<ActivityEntry | undefined> => (await entries()).at(-1);

/** Signs in as another person of the same portal, or as the same again. */
async function signInAs(username: string): Promise<void> {
  const person = app.portal.people.find((one) => one.username === username);
  await app.call('session.signIn', {
    address: app.line.url,
    username,
    password: person?.password ?? '',
    keepSignedIn: false,
  });
}
const jonas = 'jonas.verbeke@haldenvoss.example';

describe('the personal log', () => {
  it('begins with the sign-in', async () => {
    expect(await entries()).toMatchObject([{ action: 'sign-in', state: 'done', subjects: [] }]);
  });

  it('has an order as waiting, and as done once the device has obeyed', async () => {
    await app.call('devices.lock', { deviceId: pixel, message: 'Call me', phoneNumber: '0123' });
    const entry = await last();
    expect(entry).toMatchObject({
      action: 'lock',
      subjects: ['Pixel 10'],
      state: 'waiting',
      endedAt: null,
    });
    await expect.poll(last, patience).toMatchObject({ id: entry?.id, state: 'done', done: 1 });
    expect(app.told.of('activity.changed').filter(({ id }) => id === entry?.id)).toHaveLength(2);
  });

  it('has several devices in one entry, done when the last of them is', async () => {
    await app.call('devices.forceCheckIn', { deviceIds: [pixel, ipad, pixel] });
    expect(await last()).toMatchObject({ action: 'force-check-in', count: 2, state: 'waiting' });
    expect((await last())?.subjects).toHaveLength(2);
    await expect.poll(last, patience).toMatchObject({ state: 'done', done: 2 });
  });

  it('says why something failed, and keeps quiet about what was never done', async () => {
    const refused = await rejectionOf(app.call('devices.retire', { deviceId: '1' }));
    expect(await last()).toMatchObject({
      action: 'retire',
      subjects: [],
      state: 'failed',
      error: { code: refused.code },
    });
    const before = await entries();
    await rejectionOf(
      app.call('devices.wipe', { deviceId: ipad, confirmName: 'x', preserveDataPlan: false }),
    );
    expect(await entries()).toEqual(before);
  });

  it('has an order that is taken back as cancelled, and the taking back beside it', async () => {
    const { devices } = await app.call('devices.list', { refresh: true });
    const { name = '' } = devices.find(({ id }) => id === ipad) ?? {};
    const order = { deviceId: ipad, confirmName: name, preserveDataPlan: false };
    const { commands } = await app.call('devices.wipe', order);
    await app.call('devices.cancelCommand', { deviceId: ipad, commandId: commands[0]?.id ?? '' });
    const both = async () => (await entries()).slice(-2);
    await expect.poll(both, patience).toMatchObject([
      { action: 'wipe', subjects: [name], state: 'cancelled' },
      { action: 'cancel-wipe', subjects: [name], state: 'done' },
    ]);
  });

  it('holds no PIN, no message, no password and no place', async () => {
    await app.call('devices.lock', {
      deviceId: macbook,
      pin: '918273',
    });
    await app.call('devices.lock', {
      deviceId: pixel,
      message: 'Found? Ring 0470',
      phoneNumber: '0470',
    });
    const place = await app.call('devices.locate', { deviceId: iphone });
    const { pin } = await app.call('registration.newPin', undefined);
    const files = readdirSync(app.directory).filter((name) => name.startsWith('activity-'));
    expect(files).toHaveLength(1);
    const path = join(app.directory, files[0] ?? '');
    const text = readFileSync(path, 'utf8');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await entries()).map(({ action }) => action).slice(-3)).toEqual([
      'lock',
      'locate',
      'registration-pin',
    ]);
    const secrets = ['918273', 'Ring', '0470', pin, app.portal.password, app.portal.username];
    if (place.found) secrets.push(String(place.latitude), String(place.longitude));
    expect(place.found).toBe(true);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('follows an upload to its end', async () => {
    const file = await makeP12({ folder, password: 'correct horse', email: app.portal.email });
    const { types } = await app.call('certificates.list', { refresh: false });
    const type = types.find(({ purpose }) => purpose === 'signing');
    const bytes = new Uint8Array(file.bytes);
    const { fileId } = await app.call('files.open', { name: file.name, bytes });
    const wish = { fileId, password: file.password, purpose: 'signing' } as const;
    const opened = await app.call('files.inspect', wish);
    const checks = opened.opened ? opened.inspection.checks : [];
    const acknowledged = checks.filter(({ level }) => level === 'warning').map(({ id }) => id);
    await app.call('certificates.upload', { fileId, typeId: type?.id ?? '', acknowledged });
    const entry = await last();
    expect(entry).toMatchObject({ action: 'add-certificate', subjects: [type?.name] });
    await expect.poll(last, patience).toMatchObject({ id: entry?.id, state: 'done' });
    expect((await last())?.repushed).toBeGreaterThanOrEqual(0);
  });

  it('outlives the session, and nobody else sees it', async () => {
    const mine = await entries();
    await app.call('session.signOut', undefined);
    expect(await rejectionOf(entries())).toMatchObject({ code: 'signed-out' });
    await signInAs(jonas);
    expect((await entries()).map(({ action }) => action)).toEqual(['sign-in']);
    await app.call('session.signOut', undefined);
    await signInAs(app.portal.username);
    const again = await entries();
    expect(again.slice(0, mine.length)).toEqual(mine);
    expect(again.slice(mine.length).map(({ action }) => action)).toEqual(['sign-out', 'sign-in']);
  });

  it('tells of a sign-in that failed, but makes no log for a name that has none', async () => {
    await app.call('session.signOut', undefined);
    const attempt = { address: app.line.url, password: 'wrong', keepSignedIn: false };
    for (const username of [app.portal.username, 'my-password-by-mistake'])
      await rejectionOf(app.call('session.signIn', { ...attempt, username }));
    expect(readdirSync(app.directory).filter((name) => name.startsWith('activity-'))).toHaveLength(
      1,
    );
    await signInAs(app.portal.username);
    expect((await entries()).slice(-2)).toMatchObject([
      { action: 'sign-in', state: 'failed', error: { code: 'bad-credentials' } },
      { action: 'sign-in', state: 'done' },
    ]);
  });

  it('is written as CSV where the person says, and that is in it the next time', async () => {
    await app.call('devices.setOwnership', { deviceId: pixel, ownership: 'company' });
    const { saved } = await app.call('activity.export', undefined);
    expect(saved).toMatch(/^latchkey-activity-\d{4}-\d\d-\d\d\.csv$/u);
    const rows = parseCsv(readFileSync(join(folder, saved), 'utf8').replace(/^\uFEFF/u, ''));
    expect(rows.map((cells) => cells[1])).toEqual(['Action', 'Sign in', 'Change ownership']);
    expect(await last()).toMatchObject({ action: 'export-activity', subjects: [saved] });
  });

  it('is gone when the person clears it, from the disk too', async () => {
    await app.call('devices.forceCheckIn', { deviceIds: [pixel] });
    await app.call('activity.clear', undefined);
    expect(await entries()).toEqual([]);
    const [name = ''] = readdirSync(app.directory).filter((one) => one.startsWith('activity-'));
    expect(readFileSync(join(app.directory, name), 'utf8')).not.toContain('Pixel');
  });

  it('hears after a restart how an order has ended meanwhile', async () => {
    await app.call('devices.lock', { deviceId: pixel });
    expect(await last()).toMatchObject({ state: 'waiting' });
    await app.features.close();
    const next = createTestFeatures({ directory: app.directory });
    try {
      const { username, password } = app.portal;
      const address = app.line.url;
      await next.call('session.signIn', { address, username, password, keepSignedIn: false });
      const lock = async () =>
        (await next.call('activity.list', undefined)).entries.find(
          ({ action }) => action === 'lock',
        );
      await expect
        .poll(async () => {
          await next.call('devices.list', { refresh: true });
          return lock();
        }, patience)
        .toMatchObject({ state: 'done' });
    } finally {
      await next.features.close();
    }
  });
});
