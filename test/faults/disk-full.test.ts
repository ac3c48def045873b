import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readState, stateWriter } from '../../main/demo-portal/state-file.ts';
import { seedState } from '../../main/demo-portal/seed/seed.ts';
import { writeWhole } from '../../main/files/write-whole.ts';
import { rejectionOf } from '../support/failures.ts';
import { createTestFeatures } from '../support/features.ts';
import type { TestFeatures } from '../support/features.ts';
import { patience } from '../support/patience.ts';
import { startPortal } from '../support/portal.ts';
import type { TestPortal } from '../support/portal.ts';

/* security.md section 6, "Files and machine": a disk that is really full, a file system of its own of 256 kB. */

const root = mkdtempSync(join(tmpdir(), 'latchkey-full-'));
const disk = join(root, 'disk');

/** Why there can be no small disk here; null when there is one now. */
function mountSmallDisk(): string | null {
  if (process.platform !== 'linux') return 'tmpfs is Linux’s';
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'pipe' });
    return null;
  } catch (cause) {
    return `no tmpfs can be mounted here: ${cause instanceof Error ? cause.message : 'unknown'}`;
  }
}

const missing = mountSmallDisk();
if (missing !== null) console.log(`skipped: ${missing}`);

/** Fills the disk to its last byte. */
function fill(): void {
  for (const size of [65_536, 4096, 512, 1]) {
    for (let at = 0; at < 1000; at += 1) {
      try {
        writeFileSync(join(disk, `filler-${size}-${at}`), Buffer.alloc(size));
      } catch {
        break;
      }
    }
  }
}

function makeRoom(): void {
  for (const name of readdirSync(disk)) if (name.startsWith('filler-')) rmSync(join(disk, name));
}

describe.skipIf(missing !== null)('a disk that is full', () => {
  let portal: TestPortal;
  const apps: TestFeatures[] = [];
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(async () => {
    await portal.close();
    execFileSync('umount', ['-l', disk]);
    rmSync(root, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.features.close();
    for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
  });

  function open(): TestFeatures {
    const directory = join(disk, 'profile');
    mkdirSync(directory, { recursive: true });
    const app = createTestFeatures({ directory });
    apps.push(app);
    return app;
  }
  const settings = (): unknown =>
    JSON.parse(readFileSync(join(disk, 'profile', 'settings.json'), 'utf8'));
  const signIn = (app: TestFeatures) =>
    app.call('session.signIn', {
      address: portal.url,
      username: portal.username,
      password: portal.password,
      keepSignedIn: false,
    });

  it('keeps the settings that were there, tells once, and holds the new ones until the end', async () => {
    const app = open();
    await app.call('app.setPreferences', { theme: 'dark' });
    fill();
    for (const theme of ['light', 'system', 'light'] as const)
      expect(await app.call('app.setPreferences', { theme })).toMatchObject({ theme });
    expect(app.told.of('notice.raised').map(({ kind }) => kind)).toEqual(['disk-full']);
    expect(settings()).toMatchObject({ preferences: { theme: 'dark' } });
    // What could not be written whole is taken away, if a moment later.
    const halves = () =>
      readdirSync(join(disk, 'profile')).filter((name) => /tmp|part/u.test(name));
    await expect.poll(halves, patience).toEqual([]);

    // The next start finds the last that could be written, and nothing that it would call damaged.
    const again = open();
    const { preferences, notices } = await again.call('app.snapshot', undefined);
    expect(preferences.theme).toBe('dark');
    expect(notices.map(({ kind }) => kind)).not.toContain('settings-damaged');
    makeRoom();
    await again.call('app.setPreferences', { theme: 'light' });
    expect(settings()).toMatchObject({ preferences: { theme: 'light' } });
  });

  it('keeps nobody from signing in, and from seeing their devices', async () => {
    const app = open();
    await app.call('app.setPreferences', { theme: 'dark' });
    fill();
    expect(await signIn(app)).toMatchObject({ status: 'signed-in' });
    const { devices } = await app.call('devices.list', { refresh: true });
    expect(devices).toHaveLength(8);
    expect(app.told.of('notice.raised').map(({ kind }) => kind)).toEqual(['disk-full']);
  });

  it('leaves the last known answers whole: the old ones or none, never half', async () => {
    const app = open();
    await signIn(app);
    await app.call('devices.list', { refresh: true });
    const file = join(disk, 'profile', 'last-known.json');
    const read = (): string => readFileSync(file, 'utf8');
    await expect.poll(read, patience).toContain('"fetchedAt"');
    const before = read();
    fill();
    await app.call('certificates.list', { refresh: true });
    const raised = () => app.told.of('notice.raised').map(({ kind }) => kind);
    await expect.poll(raised, patience).toEqual(['disk-full']);
    expect(read()).toBe(before);
    expect(JSON.parse(before)).toMatchObject({ version: 1, certificates: null });
  });

  it('keeps the state that the demo portal wrote before', async () => {
    const file = join(disk, 'state.json');
    const state = seedState(Date.now());
    const save = stateWriter(file, state);
    await save();
    fill();
    state.tenantName = 'Somebody else';
    await expect(save()).rejects.toMatchObject({ code: 'ENOSPC' });
    expect((await readState(file))?.tenantName).toBe('Halden & Voss');
    expect(readdirSync(disk).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    makeRoom();
    await save();
    expect((await readState(file))?.tenantName).toBe('Somebody else');
  });

  it('takes no copy of a file, and leaves the one that is there', async () => {
    const file = join(disk, 'copy.p12');
    const bytes = new Uint8Array(4096).fill(7);
    await writeWhole(file, bytes, 0o600);
    fill();
    expect(await rejectionOf(writeWhole(file, bytes.slice().fill(9), 0o600))).toEqual({
      code: 'disk-full',
    });
    expect([...readFileSync(file)]).toEqual([...bytes]);
  });
});

describe.skipIf(missing !== null)('a folder that takes nothing', () => {
  it('costs the settings of this session, which is said once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-read-only-'));
    const directory = join(folder, 'profile');
    mkdirSync(directory);
    // Root writes wherever it likes, but not on a file system that is mounted to be read only.
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,ro', 'tmpfs', directory]);
    try {
      const app = createTestFeatures({ directory });
      for (const theme of ['dark', 'light'] as const)
        expect(await app.call('app.setPreferences', { theme })).toMatchObject({ theme });
      const raised = app.told.of('notice.raised').map(({ kind }) => kind);
      expect(raised).toEqual(['settings-not-writable']);
      await app.features.close();
    } finally {
      execFileSync('umount', ['-l', directory]);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
