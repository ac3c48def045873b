import type { CallName, Handlers } from '../preload/contract.ts';
import { createAccount } from './account/account.ts';
import { createActivity } from './activity/activity.ts';
import { openCache } from './cache.ts';
import { createCertificates } from './certificates/certificates.ts';
import { createCertificateChanges } from './certificates/changes.ts';
import { createExpiryWatch } from './certificates/expiry-watch.ts';
import { openToldReminders } from './certificates/told-reminders.ts';
import { createDevices } from './devices/devices.ts';
import { openCrashMarks } from './diagnostics/crash-marks.ts';
import type { CrashMarks } from './diagnostics/crash-marks.ts';
import { createDiagnostics } from './diagnostics/diagnostics.ts';
import { certificateLooker } from './diagnostics/look-at-certificate.ts';
import { createFiles } from './files/files.ts';
import { createSaveText } from './files/save-text.ts';
import { createHelp } from './help/help.ts';
import { overhear } from './ipc/overhear.ts';
import { createKeychain } from './keychain/keychain.ts';
import { createNotices } from './notices.ts';
import { createNotifications } from './notifications/notifications.ts';
import { createOpener } from './notifications/opener.ts';
import { createOrderNotices } from './notifications/order-notices.ts';
import { createHttp } from './portal/http.ts';
import { trustSystemAuthorities } from './portal/trust.ts';
import { watchClock } from './session/clock-skew.ts';
import { createDemo } from './session/demo.ts';
import { createIdleness } from './session/idleness.ts';
import { watchLooks } from './session/looks.ts';
import { createOpenedFiles } from './opened-files/opened-files.ts';
import type { OpenedFiles } from './opened-files/opened-files.ts';
import { openRecentFiles } from './opened-files/recent-files.ts';
import type { RecentFiles } from './opened-files/recent-files.ts';
import { createPasswordProof } from './session/proof.ts';
import { watchReachability } from './session/reachability.ts';
import { openSessionSecret } from './session/secret.ts';
import { createSession } from './session/session.ts';
import { createStanding } from './session/standing.ts';
import { createSaving } from './files/saved-files.ts';
import type { Surroundings } from './surroundings.ts';
import { openSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { createUpdates } from './updates/updates.ts';
import { createUploads } from './certificates/uploads.ts';

/** Everything that main can do, put together. */
export type Features = {
  handlers: Handlers;
  crashes: Pick<CrashMarks, 'windowGone' | 'faulted' | 'last'>;
  /** The page makes a call: somebody is at work. Resolves when its handler may run. */
  called: (name: CallName) => Promise<void>;
  settings: Settings;
  openedFiles: Omit<OpenedFiles, 'handlers'>;
  recentFiles: Pick<RecentFiles, 'names' | 'clear'>;
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

/** Calls that may ask the portal something in the name of whoever is signed in. */
const asksPortal = /^(?:devices|certificates|account|registration)\./u;

/** Puts the features together and gives every call of the contract its handler. */
export function createFeatures(around: Surroundings): Features {
  const { directory, openFile, clock, log } = around;
  const { emit, listen } = overhear(around.emit);
  const { now } = clock;
  const notices = createNotices(emit);
  const opener = createOpener(around.bringForward, emit);
  const notifications = createNotifications({ native: around.desktop, open: opener.open });
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
  const standing = createStanding(emit, settings);
  // Times that stand on the page beside the portal's own are by the portal's clock.
  const portalNow = (): number => standing.signedIn()?.portal.now() ?? now();
  const reachability = watchReachability(emit, { ...clock, now: portalNow });
  const clockWatch = watchClock(emit);
  const secret = openSessionSecret({ keychain, settings, notices, log });
  const demo = createDemo(around.startDemoPortal);
  const base = { settings, cache, keychain, http, clock, log, emit };
  const session = createSession({
    ...base,
    standing,
    reachability,
    clockWatch,
    secret,
    demo,
    openBrowser: around.openBrowser,
  });
  const proof = createPasswordProof(standing, demo, clock);
  const idleness = createIdleness({ standing, secret, clock, emit, log });
  watchLooks(standing, log);
  const { confirm } = around;
  const devices = createDevices({
    ...base,
    session: standing,
    proof,
    confirm,
    openBrowser: around.openBrowser,
    onList: (list) => activity.look(list),
  });
  const certificates = createCertificates({
    ...base,
    session: standing,
    onList: (list) => expiryWatch.look(list),
  });
  const expiryWatch = createExpiryWatch({
    person: () => {
      const signedIn = standing.signedIn();
      if (signedIn === null) return null;
      const { origin, account, portal } = signedIn;
      return { owner: `${origin} ${account.username}`, now: portal.now() };
    },
    fetchList: () => certificates.list(true),
    notifications,
    told: openToldReminders({ directory, openFile, log }),
    clock,
  });
  const files = createFiles({
    inspector: around.inspector,
    // The portal's clock, where there is one: certificates must not look expired because this computer's is wrong.
    now: portalNow,
    account: () => ({
      email: standing.signedIn()?.account.emailAddress ?? null,
      knownFingerprints: standing.signedIn() === null ? [] : certificates.fingerprints(),
    }),
  });
  const { inspector, askWhereToSave, askWhichFile } = around;
  const recentFiles = openRecentFiles({
    directory,
    openFile,
    clock,
    log,
    system: around.recentDocuments,
    changed: around.recentFilesChanged,
  });
  const updates = createUpdates({
    ...base,
    feed: around.feedOf(settings.get().updateFeed),
    isInstalled: around.isInstalled,
    loadUpdater: around.loadUpdater,
  });
  const openedFiles = createOpenedFiles({ files, recent: recentFiles, askWhichFile, emit });
  const saving = createSaving({ files, inspector, askWhereToSave });
  const uploads = createUploads({ ...base, session: standing, certificates, files });

  const crashes = openCrashMarks({ directory, now, notices, log });
  const saveText = createSaveText(askWhereToSave);
  const { licencesFile, facts } = around;
  const lookAtCertificate = certificateLooker(around.resolveProxy);
  const support = {
    ...createHelp({ saveText, licencesFile }),
    ...createDiagnostics({
      ...base,
      standing,
      notices,
      crashes,
      saveText,
      directory,
      inspector,
      facts,
      lookAtCertificate,
    }),
  };
  const account = createAccount({ standing, proof, demo, cache, clock });
  const shared = { ...base, session: standing, proof, certificates, files };
  const certificateChanges = createCertificateChanges(shared);

  const { isWindowFocused } = around;
  const orderNotices = createOrderNotices({ ...base, notifications, isWindowFocused });
  const { commandMoved: ended } = orderNotices;
  const journal = { directory, openFile, notices, now, saveText };
  const activity = createActivity({ ...base, ...journal, session: standing, files, ended });
  listen(activity.listener);
  listen(orderNotices.listener);

  standing.onChange(() => {
    activity.forget();
    orderNotices.forget();
    notifications.forget();
    devices.forget();
    certificates.forget();
    uploads.forget();
    files.forgetResults();
  });
  reachability.onReturn(() => {
    idleness.freshen();
    devices.freshen();
    certificates.freshen();
  });

  async function wake(): Promise<void> {
    // The session is looked at before anything else is asked.
    idleness.wake();
    await idleness.settled();
    if (standing.signedIn() !== null) devices.refresh();
    expiryWatch.wake();
  }

  return {
    settings,
    crashes,
    openedFiles,
    recentFiles,
    portalOrigin: () => standing.signedIn()?.origin ?? null,
    start: () => {
      session.start();
      updates.start();
    },
    called: async (name) => {
      idleness.look();
      if (name === 'app.snapshot') opener.pageStarted();
      if (asksPortal.test(name)) await idleness.settled();
    },
    wake: () => {
      void wake();
    },
    close: async () => {
      crashes.ended();
      updates.close();
      idleness.close();
      expiryWatch.close();
      standing.close();
      devices.forget();
      uploads.forget();
      files.closeAll();
      cache.close();
      await demo.close();
    },
    handlers: activity.record({
      'app.snapshot': () => ({
        ...around.facts,
        preferences: settings.get().preferences,
        session: standing.current(),
        reachability: reachability.current(),
        clockSkew: clockWatch.current(),
        uploads: uploads.all(),
        files: files.all(),
        notices: notices.all(),
      }),
      'app.setPreferences': ({ theme, language, notifyOrders }) => {
        const before = settings.get().preferences;
        const preferences = {
          theme: theme ?? before.theme,
          language: language === undefined ? before.language : language,
          notifyOrders: notifyOrders ?? before.notifyOrders,
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
      'certificates.list': ({ refresh }) => certificates.list(refresh),
      ...session.handlers,
      ...proof.handlers,
      ...idleness.handlers,
      ...account,
      ...certificateChanges,
      ...devices.handlers,
      ...files.handlers,
      ...openedFiles.handlers,
      ...updates.handlers,
      ...saving,
      ...uploads.handlers,
      ...support,
      ...activity.handlers,
    }),
  };
}
