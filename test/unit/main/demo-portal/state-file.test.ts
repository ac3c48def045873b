import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readState, stateWriter } from '../../../../main/demo-portal/state-file.ts';
import { seedState } from '../../../../main/demo-portal/seed/seed.ts';
import { makeP12 } from './p12-fixture.ts';
import { devices, openPortal } from './portal-fixture.ts';

let folder: string;
let stateFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-portal-'));
  stateFile = join(folder, 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the state file', () => {
  it('carries session, commands, certificates and a chosen password over a restart', async () => {
    const first = await openPortal({ stateFile });
    const token = await first.signIn('ines');
    const lock = await first.ask('/device/lock', {
      token,
      method: 'PUT',
      form: { ids: devices.ipad },
    });
    const multipart = { typeId: 501, certificate: makeP12(), password: 'hello' };
    const kept = await first.ask('/certificate', { token, multipart });
    const form = { currentPassword: first.password, newPassword: 'Harbor-tram-4712' };
    await first.ask('/account/password', { token, method: 'PUT', form });
    await first.close();

    const again = await openPortal({ stateFile });
    const commands = await again.ask(`/device/${devices.ipad}/command?rows=1`, { token });
    const [asked] = JSON.stringify(lock.result).match(/"id":\d+/u) ?? [''];
    expect(JSON.stringify(commands.result)).toContain(asked);
    const certificates = await again.ask('/certificate', { token });
    const [id] = JSON.stringify(kept.result).match(/"id":\d+/u) ?? [''];
    expect(JSON.stringify(certificates.result)).toContain(id);
    expect(again.password).toBe('');
    const login = { username: again.username, password: 'Harbor-tram-4712' };
    expect((await again.ask('/login', { form: login })).status).toBe(200);
    await again.close();
  });

  it('holds no password, token, file or file password, and is readable by its owner alone', async () => {
    const portal = await openPortal({ stateFile });
    const token = await portal.signIn('ines');
    const certificate = makeP12({ password: 'not-to-be-kept' });
    const multipart = { typeId: 501, certificate, password: 'not-to-be-kept' };
    const headers = { 'Idempotency-Key': 'one' };
    expect((await portal.ask('/certificate', { token, multipart, headers })).status).toBe(200);
    const mac = { ids: devices.macbook, osxLockPin: '739152' };
    await portal.ask('/device/lock', { token, method: 'PUT', form: mac, headers });
    await portal.ask('/password/forgot', { form: { username: portal.username } });
    await portal.close();
    const text = readFileSync(stateFile, 'utf8');
    const file = Buffer.from(await certificate.arrayBuffer());
    const pin = portal.mails[0]?.pin ?? 'no mail';
    const inFile = [file.toString('base64').slice(40, 80), file.toString('hex').slice(80, 160)];
    const secrets = [portal.password, token, 'not-to-be-kept', '739152', pin, ...inFile];
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
  });

  it('is never half written: readers see whole states while requests pour in', async () => {
    const state = seedState(Date.now());
    const save = stateWriter(stateFile, state);
    await save();
    const writes = Array.from({ length: 50 }, async (_, index) => {
      state.repushedConfigurations = index;
      await save();
      expect((await readState(stateFile))?.version).toBe(1);
    });
    await Promise.all(writes);
    expect((await readState(stateFile))?.repushedConfigurations).toBe(49);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('that is damaged is set aside, and the demo begins anew', async () => {
    writeFileSync(stateFile, '{"version":1,"acc');
    const portal = await openPortal({ stateFile });
    expect(portal.password).not.toBe('');
    await portal.close();
    expect(readdirSync(folder).some((name) => name.includes('.damaged-'))).toBe(true);
  });

  it('in a folder that is not there is an error at the start, not later', async () => {
    const missing = join(folder, 'nowhere', 'state.json');
    await expect(openPortal({ stateFile: missing })).rejects.toThrow('ENOENT');
  });
});
