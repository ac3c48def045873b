import { appendFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { reportText, withoutUser } from '../../../../main/diagnostics/report.ts';
import type { ReportFacts } from '../../../../main/diagnostics/report.ts';
import { openLog } from '../../../../main/log.ts';
import { findSecrets } from '../../../support/secrets.ts';
import { signInToPortal } from '../../../support/signed-in.ts';
import type { SignedInFeatures } from '../../../support/signed-in.ts';

const facts: ReportFacts = {
  at: Date.UTC(2026, 10, 22, 12),
  version: '1.0.0',
  system: 'linux, Linux 6.1, x64',
  runtime: 'Electron 45.4.1, Chromium 148, Node 24',
  memory: '16000 MB in all, 120 MB here',
  languages: ['en-GB', 'nl-BE'],
  preferences: { theme: 'dark', language: 'system' },
  portal: 'https://portal.example',
  user: '[user]@acme.example',
  session: 'signed-in, keychain',
  keychain: 'available',
  notices: [],
  crash: { what: 'window', reference: '0A1B2C3D', at: Date.UTC(2026, 10, 21) },
  checks: [
    {
      check: 'tls',
      state: 'passed',
      code: 'trusted',
      host: 'portal.example',
      issuer: 'Acme CA',
      validUntil: Date.UTC(2027, 0, 1),
      skewMs: null,
      freeBytes: null,
      took: 41,
      at: Date.UTC(2026, 10, 22, 11),
    },
  ],
  log: ['2026-11-22T11:00:00.000 info start version=1.0.0'],
};

describe('the report', () => {
  it('tells what IT asks for first, and can be read line by line', () => {
    expect(reportText(facts, [])).toMatchInlineSnapshot(`
      "Latchkey diagnostics
        made: 2026-11-22T12:00:00.000Z
        version: 1.0.0
        system: linux, Linux 6.1, x64
        runtime: Electron 45.4.1, Chromium 148, Node 24
        memory: 16000 MB in all, 120 MB here
        languages: en-GB, nl-BE

      Settings
        theme: dark
        language: system

      Session
        portal: https://portal.example
        user: [user]@acme.example
        state: signed-in, keychain
        keychain: available
        notices: none

      Last crash
        window 0A1B2C3D 2026-11-21T00:00:00.000Z

      Self-checks
        2. tls passed trusted host=portal.example issuer="Acme CA" until=2027-01-01T00:00:00.000Z took=41ms 2026-11-22T11:00:00.000Z

      Log, newest last
        2026-11-22T11:00:00.000 info start version=1.0.0
      "
    `);
  });

  it('keeps the domain of a user and never the user', () => {
    expect(withoutUser('ines@acme.example')).toBe('[user]@acme.example');
    expect(withoutUser('ines')).toBe('[user]');
    expect(withoutUser(null)).toBeNull();
  });

  it('cleans every line of the log once more, whoever wrote it', () => {
    const log = [
      '2026-11-22T11:00:00.000 info mail to ines@acme.example',
      '2026-11-22T11:00:00.000 info Bearer abcdef0123456789',
      '2026-11-22T11:00:00.000 info at 51.0543, 3.7174',
      '2026-11-22T11:00:00.000 info Ines Declercq did it\u001b[31m',
      '2026-11-22T11:00:00.000 error internal reference=0A1B2C3D cause=eyJhbGciOiJIUzI1NiJ9',
    ];
    const text = reportText({ ...facts, log }, ['Ines Declercq', 'Ines', '']);
    for (const secret of ['ines@', 'abcdef', '51.05', 'Declercq', 'eyJ', '\u001b'])
      expect(text).not.toContain(secret);
    expect(text).toContain('2026-11-22T11:00:00.000 info [left out] did it');
    expect(text).toContain('error internal reference=0A1B2C3D cause=[long]');
  });
});

describe('the report of somebody who is signed in', () => {
  let app: SignedInFeatures;
  afterEach(() => app.close());

  it('holds none of the secrets that the app has had, in no form, read or saved', async () => {
    let saved = '';
    app = await signInToPortal({
      askWhereToSave: () => {
        saved = join(app.directory, 'report.txt');
        return Promise.resolve(saved);
      },
    });
    const { password, email, username } = app.portal;
    const filePassword = 'velvet-Anchor-618';
    // What a careless line could have brought into the log: the second line of defence has to hold by itself.
    const log = openLog(join(app.directory, 'logs'));
    mkdirSync(join(app.directory, 'logs'), { recursive: true });
    const [token = ''] = app.portal.tokens();
    log.warn(`asked with Bearer ${token} for ${email}`);
    appendFileSync(
      join(app.directory, 'logs', 'main.log'),
      `2026-11-22T11:00:00.000 info ${username} at 51.05432, 3.71744 -----BEGIN PRIVATE KEY-----x\n`,
    );
    await expect(app.call('session.reauth', { password: `${password}x` })).rejects.toThrow(
      'bad-credentials',
    );
    await app.call('session.reauth', { password });
    const bytes = readFileSync(join(import.meta.dirname, 'report.test.ts'));
    const { fileId } = await app.call('files.open', { name: 'ines.p12', bytes });
    await app.call('files.inspect', { fileId, password: filePassword, purpose: 'look' });
    const { devices } = await app.call('devices.list', { refresh: true });
    const mac = devices.find(({ needsLockPin }) => needsLockPin);
    const pin = '918273';
    if (mac) await app.call('devices.lock', { deviceId: mac.id, pin, pinNoted: true });
    for (const check of ['portal', 'tls', 'clock', 'keychain', 'disk', 'inspection'] as const)
      await app.call('diagnostics.check', { check });

    const { text } = await app.call('diagnostics.report', undefined);
    await app.call('diagnostics.save', undefined);
    expect(readFileSync(saved, 'utf8')).toBe(text);
    expect(statSync(saved).mode & 0o777).toBe(0o600);

    const planted = [
      { name: 'the password', value: password },
      { name: 'the token', value: token },
      { name: 'the file password', value: filePassword },
      { name: 'the PIN', value: pin },
      { name: 'the e-mail address', value: email },
      { name: 'the user name', value: username },
      { name: 'the name of a device', value: devices[0]?.name ?? '' },
      { name: 'a serial number', value: devices[0]?.identifiers.serial ?? '' },
      { name: 'coordinates', value: '51.05432' },
      { name: 'a private key', value: 'BEGIN PRIVATE KEY' },
    ];
    expect(planted.filter(({ value }) => value.length < 5)).toEqual([]);
    expect(findSecrets(Buffer.from(text), planted)).toEqual([]);
    // The search finds what is there: the same text with a secret in it is caught.
    expect(findSecrets(Buffer.from(`${text}${token}`), planted)).not.toEqual([]);
  });
});
