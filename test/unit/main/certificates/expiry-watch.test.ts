import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExpiryWatch } from '../../../../main/certificates/expiry-watch.ts';
import type { ExpiryWatch } from '../../../../main/certificates/expiry-watch.ts';
import { openToldReminders } from '../../../../main/certificates/told-reminders.ts';
import type { NotificationWish } from '../../../../main/notifications/notifications.ts';
import type { Certificate } from '../../../../preload/contract/certificates.ts';
import { patience } from '../../../support/patience.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { createSteppedClock } from '../../../support/stepped-clock.ts';
import type { SteppedClock } from '../../../support/stepped-clock.ts';
import { sampleCertificate } from '../../renderer/certificates/sample.ts';

vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
const { openElectronStoreFile } = await import('../../../../main/files/electron-store-file.ts');

const dayMs = 86_400_000;
let directory: string;
let clock: SteppedClock;
let said: NotificationWish[];
let certificates: Certificate[];
let owner: string | null;
let fetched: number;
const watches: ExpiryWatch[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'latchkey-reminders-'));
  clock = createSteppedClock();
  said = [];
  owner = 'https://portal.example ines';
  fetched = 0;
  certificates = [sampleCertificate({ expiresAt: clock.now() + 31.5 * dayMs })];
});
afterEach(() => {
  for (const watch of watches.splice(0)) watch.close();
  rmSync(directory, { recursive: true, force: true });
});

/** A start of the app; the next one finds the same folder. */
function start(isSupported = true): ExpiryWatch {
  const watch = createExpiryWatch({
    person: () => (owner === null ? null : { owner, now: clock.now() }),
    fetchList: () => {
      fetched += 1;
      return Promise.resolve({ certificates, types: [], fetchedAt: clock.now(), stale: false });
    },
    notifications: {
      show: (wish) => {
        if (isSupported) said.push(wish);
        return isSupported;
      },
    },
    told: openToldReminders({ directory, openFile: openElectronStoreFile, log: silentLog }),
    clock,
  });
  watches.push(watch);
  return watch;
}
const look = (watch: ExpiryWatch): void => watch.look({ certificates });

describe('an app that runs for days', () => {
  it('looks every day, and reminds when the days have come', async () => {
    look(start());
    expect(said).toEqual([]);
    for (const [days, count] of [
      [2, 1],
      [10, 1],
      [6, 2],
      [7, 3],
      [6, 4],
    ] as const) {
      const before = fetched;
      clock.step(days * dayMs);
      await expect.poll(() => fetched, patience).toBeGreaterThan(before);
      await expect.poll(() => said.length, patience).toBe(count);
    }
    expect(said[0]?.title).toMatch(/^Signing Certificate ends on .*\d{4}$/u);
    expect(said[0]?.open).toEqual({ page: 'certificates', certificateId: 'c-1' });
  });

  it('looks when the computer wakes up', async () => {
    const watch = start();
    clock.isFrozen = true;
    clock.step(20 * dayMs);
    watch.wake();
    await expect.poll(() => said.length, patience).toBe(1);
    clock.isFrozen = false;
  });

  it('asks for nothing while nobody is signed in', async () => {
    owner = null;
    start().wake();
    clock.step(2 * dayMs);
    await clock.sleep(50);
    expect([fetched, said.length]).toEqual([0, 0]);
  });
});

describe('a restart', () => {
  beforeEach(() => clock.step(3 * dayMs));

  it('does not repeat what was told', () => {
    look(start());
    look(start());
    expect(said).toHaveLength(1);
  });

  it('of another person’s session tells them of their own', () => {
    look(start());
    owner = 'https://portal.example emil';
    look(start());
    expect(said).toHaveLength(2);
  });

  it('with a damaged file tells once more, and no more than that', () => {
    look(start());
    writeFileSync(join(directory, 'reminders.json'), '{"version":1,"told":"yes"}');
    look(start());
    look(start());
    expect(said).toHaveLength(2);
  });

  it('keeps no name and no address of a certificate on disk', () => {
    look(start());
    const kept = readFileSync(join(directory, 'reminders.json'), 'utf8');
    expect(kept).not.toMatch(/Signing|Declercq|haldenvoss/u);
  });

  it('tells later where this system could not show it', () => {
    look(start(false));
    look(start());
    expect(said).toHaveLength(1);
  });
});

describe('many ends at once', () => {
  it('are one notification and not a hundred', () => {
    clock.step(3 * dayMs);
    const one = certificates[0] ?? sampleCertificate();
    certificates = Array.from({ length: 100 }, (_, n) => ({
      ...one,
      id: `c-${n}`,
      typeId: `t-${n}`,
    }));
    const watch = start();
    look(watch);
    look(watch);
    expect(said).toMatchObject([
      { title: '100 certificates need you soon', open: { certificateId: null } },
    ]);
  });

  it('say of a key what the server does, and of an encryption certificate to keep it', () => {
    const soon = clock.now() + 2 * dayMs;
    certificates = [
      sampleCertificate({ id: 'c-1', keyDeletesAt: soon }),
      sampleCertificate({ id: 'c-2', typeId: 't-e', purpose: 'encryption', expiresAt: soon }),
    ];
    look(start());
    expect(said.map(({ body }) => body)).toEqual([
      expect.stringContaining('It is the key of Signing Certificate.'),
      expect.stringContaining('keep this one: old mail needs its key'),
    ]);
  });
});
