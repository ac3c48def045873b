import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { Clock } from '../../main/clock.ts';
import { createFeatures } from '../../main/handlers.ts';
import type { Features } from '../../main/handlers.ts';
import type { Surroundings } from '../../main/surroundings.ts';
import { openLog } from '../../main/log.ts';
import { exportCertificate } from '../../main/pkcs12/export-certificate.ts';
import { inspectFile } from '../../main/pkcs12/inspect.ts';
import { strengthenFile } from '../../main/pkcs12/strengthen.ts';
import { strengths } from '../../main/pkcs12/strengths.ts';
import { calls } from '../../preload/contract.ts';
import type { CallName, Input, Output } from '../../preload/contract.ts';
import { createFakeDesktop } from './fake-desktop.ts';
import { createFakeKeytar } from './fake-keytar.ts';
import type { FakeKeytar } from './fake-keytar.ts';
import { startPortal } from './portal.ts';
import { createTold } from './told.ts';
import type { Told } from './told.ts';

// Outside Electron the package `electron`, which electron-store imports, is the path of a program; with this it
// does not go and look for it on the network.
vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
const { openElectronStoreFile } = await import('../../main/files/electron-store-file.ts');

/** Everything that main knows, without Electron: real files, real sockets, a keychain that the test sets. */
export type TestFeatures = {
  call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;
  features: Features;
  told: Told;
  keytar: FakeKeytar;
  directory: string;
  close: () => Promise<void>;
};

export type TestWishes = Partial<Surroundings> & { keytar?: FakeKeytar };

type Schemas = {
  [N in CallName]: {
    input: { parse: (raw: unknown) => Parameters<Features['handlers'][N]>[0] };
    output: { parse: (raw: unknown) => Output<N> };
  };
};
const schemas: Schemas = calls;

/** Waits of the app pass a hundred times faster. */
export const hastyClock: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(ms / 100, signal),
};

/**
 * Puts the features together. With a `directory` of an earlier run it is the next start of the same app; `close`
 * removes it.
 */
export function createTestFeatures(wishes: TestWishes = {}): TestFeatures {
  const directory = wishes.directory ?? mkdtempSync(join(tmpdir(), 'latchkey-main-'));
  const told = createTold();
  const keytar = wishes.keytar ?? createFakeKeytar();
  const features = createFeatures({
    directory,
    openFile: openElectronStoreFile,
    loadKeytar: () => keytar,
    startDemoPortal: startPortal,
    inspector: {
      inspect: ({ bytes, acceleration = true, ...request }) =>
        inspectFile(bytes, { ...request, acceleration }),
      strengthen: async ({ bytes, form, acceleration = true, ...request }) => ({
        written: true,
        bytes: await strengthenFile(bytes, {
          ...request,
          acceleration,
          strength: strengths[form],
        }),
      }),
      exportCertificate: async ({ bytes, acceleration = true, ...request }) => ({
        written: true,
        bytes: await exportCertificate(bytes, { ...request, acceleration }),
      }),
    },
    resolveProxy: () => Promise.resolve('DIRECT'),
    facts: { version: '0.0.0', os: 'linux', systemLanguages: ['en'] },
    licencesFile: join(directory, 'licences.json'),
    openLink: () => undefined,
    openBrowser: () => Promise.resolve(),
    copy: () => undefined,
    confirm: () => Promise.resolve(true),
    askWhereToSave: () => Promise.resolve(null),
    askWhichFile: () => Promise.resolve(null),
    feedOf: () => ({ status: 'off', because: 'no-feed' }),
    isInstalled: false,
    loadUpdater: () => Promise.reject(new Error('no updater')),
    recentDocuments: { add: () => undefined, clear: () => undefined },
    recentFilesChanged: () => undefined,
    desktop: createFakeDesktop(),
    bringForward: () => 'there',
    isWindowFocused: () => true,
    emit: told.emit,
    clock: hastyClock,
    log: openLog(join(directory, 'logs')),
    ...wishes,
  });
  return {
    features,
    told,
    keytar,
    directory,
    call: async (name, input) => {
      const { input: inward, output: outward } = schemas[name];
      const parsed = inward.parse(input);
      await features.called(name);
      return outward.parse(await features.handlers[name](parsed));
    },
    close: async () => {
      await features.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
