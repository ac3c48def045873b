import type { Handlers } from '../preload/contract.ts';
import type { Snapshot } from '../preload/contract/app.ts';
import { openCache } from './cache.ts';
import { createCertificates } from './certificates/certificates.ts';
import type { Clock } from './clock.ts';
import { createDevices } from './devices/devices.ts';
import { createFiles } from './files.ts';
import type { Inspector } from './inspector.ts';
import type { Emit } from './ipc/connect.ts';
import { createKeychain } from './keychain.ts';
import type { KeychainOptions } from './keychain.ts';
import type { Log } from './log.ts';
import { createNotices } from './notices.ts';
import { createHttp } from './portal/http.ts';
import type { HttpOptions } from './portal/http.ts';
import { trustSystemAuthorities } from './portal/trust.ts';
import { createDemo } from './session/demo.ts';
import type { RunningDemo } from './session/demo.ts';
import { watchReachability } from './session/reachability.ts';
import { openSessionSecret } from './session/secret.ts';
import { createSession } from './session/session.ts';
import { createStanding } from './session/standing.ts';
import { openSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import type { OpenStoredFile } from './stored-file.ts';
import { createUploads } from './uploads.ts';

/** What the features need of the world around them. */
export type Surroundings = {
  /** The profile folder, absolute. */
  directory: string;
  openFile: OpenStoredFile;
  /** See KeychainOptions. */
  loadKeytar: KeychainOptions['load'];
  startDemoPortal: () => Promise<RunningDemo>;
  inspector: Pick<Inspector, 'inspect'>;
  resolveProxy: HttpOptions['resolveProxy'];
  facts: Pick<Snapshot, 'version' | 'os' | 'systemLanguages'>;
  /** Handlers that only Electron can carry out. */
  openLink: Handlers['app.openLink'];
  copy: Handlers['app.copy'];
  emit: Emit;
  clock: Clock;
  log: Log;
};

export type Features = {
  handlers: Handlers;
  settings: Settings;
  /** Origin of the portal that somebody is signed in to. */
  portalOrigin: () => string | null;
  /** Begins to restore the session; returns at once. */
  start: () => void;
  /** The computer has woken up: asks the portal quietly what has happened meanwhile. Signs nobody out. */
  wake: () => void;
  /** Stops everything that goes on by itself. */
  close: () => Promise<void>;
};

/** How long a person has to answer the keychain's prompt (security.md 1.2). */
const keychainLimit = 8_000;

/** Puts the features together and gives every call of the contract its handler. */
export function createFeatures(around: Surroundings): Features {
  const { directory, openFile, emit, clock, log } = around;
  const { now } = clock;
  const notices = createNotices(emit);
  const settings = openSettings({ directory, openFile, notices, log, now });
  const cache = openCache({ directory, openFile, notices, log });
  const keychain = createKeychain({
    load: around.loadKeytar,
    service: 'Latchkey',
    limitMs: keychainLimit,
    clock,
  });
  const http = createHttp({
    resolveProxy: around.resolveProxy,
    trustSystem: () => log.info('system authorities', { state: trustSystemAuthorities() }),
    userAgent: `Latchkey/${around.facts.version}`,
  });
  const standing = createStanding(emit, clock, settings);
  const reachability = watchReachability(emit, clock);
  const secret = openSessionSecret({ keychain, settings, notices, log });
  const demo = createDemo(around.startDemoPortal);
  const base = { settings, cache, keychain, http, clock, log, emit };
  const session = createSession({ ...base, standing, reachability, secret, demo });
  const devices = createDevices({ ...base, session: standing });
  const certificates = createCertificates({ ...base, session: standing });
  const files = createFiles({
    inspector: around.inspector,
    // The portal's clock, where there is one: certificates must not look expired because this computer's is wrong.
    now: () => standing.signedIn()?.portal.now() ?? now(),
    account: () => ({
      email: standing.signedIn()?.account.emailAddress ?? null,
      knownFingerprints: standing.signedIn() === null ? [] : certificates.fingerprints(),
    }),
  });
  const uploads = createUploads({ ...base, session: standing, certificates, files });

  standing.onChange(() => {
    devices.forget();
    certificates.forget();
    uploads.forget();
    files.forgetResults();
  });
  reachability.onReturn(() => {
    devices.freshen();
    certificates.freshen();
  });

  return {
    settings,
    portalOrigin: () => standing.signedIn()?.origin ?? null,
    start: session.start,
    wake: () => {
      if (standing.signedIn() !== null) devices.refresh();
    },
    close: async () => {
      standing.close();
      devices.forget();
      uploads.forget();
      files.closeAll();
      await demo.close();
    },
    handlers: {
      'app.snapshot': () => ({
        ...around.facts,
        preferences: settings.get().preferences,
        session: standing.current(),
        reachability: reachability.current(),
        uploads: uploads.all(),
        notices: notices.all(),
      }),
      'app.setPreferences': ({ theme, language }) => {
        const before = settings.get().preferences;
        const preferences = {
          theme: theme ?? before.theme,
          language: language === undefined ? before.language : language,
        };
        settings.set({ preferences });
        emit('preferences.changed', preferences);
        return preferences;
      },
      'app.openLink': around.openLink,
      'app.copy': around.copy,
      'app.dismissNotice': ({ id }) => {
        notices.dismiss(id);
        return undefined;
      },
      'session.probe': ({ address }) => session.probe(address),
      'session.signIn': session.signIn,
      'session.tryDemo': session.tryDemo,
      'session.unlockKeychain': session.unlockKeychain,
      'session.signOut': session.signOut,
      'certificates.list': ({ refresh }) => certificates.list(refresh),
      ...devices.handlers,
      ...files.handlers,
      ...uploads.handlers,
    },
  };
}
