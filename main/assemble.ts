import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  nativeTheme,
  powerMonitor,
  session,
  shell,
} from 'electron';
import { join } from 'node:path';
import type { Clock } from './clock.ts';
import { startDemoPortal } from './demo-portal/start.ts';
import { openElectronStoreFile } from './files/electron-store-file.ts';
import type { OrderQuestion } from './devices/device-orders.ts';
import { failure } from './failure.ts';
import { createFeatures } from './handlers.ts';
import type { Features } from './handlers.ts';
import type { Surroundings } from './surroundings.ts';
import { forkInspectionProcess } from './inspector/inspector-process.ts';
import { createInspector } from './inspector/inspector.ts';
import type { Emit } from './ipc/connect.ts';
import { languageToSpeak, spokenLanguages } from './system-language.ts';
import { speakNatively } from './system-words.ts';
import { linkAddress } from './window/links.ts';
import type { KnownLink } from './window/links.ts';
import { installMenu } from './window/app-menu.ts';
import { openQuestion } from './opened-files/open-question.ts';
import { trustSystemAuthorities } from './portal/trust.ts';
import { canBeUpdated, feedOfInstallation, loadNativeUpdater } from './updates/native.ts';
import { loadKeytar } from './keychain/load-keytar.ts';
import type { Log } from './log.ts';
import { cancelButton, orderQuestion } from './order-question.ts';
import { nativeNotifications } from './notifications/native.ts';
import { saveQuestion } from './files/save-question.ts';
import type { SaveWish } from './files/save-question.ts';

const osNames: Partial<Record<NodeJS.Platform, 'linux' | 'macos' | 'windows'>> = {
  linux: 'linux',
  darwin: 'macos',
  win32: 'windows',
};

/** What the window's keeper gives. */
export type AssembleOptions = {
  emit: Emit;
  clock: Clock;
  log: Log;
  bringForward: Surroundings['bringForward'];
};

/** The features with what only Electron can give them, and the way to end them all. */
export type Assembled = Features & {
  /** Starts the inspection process ahead of the first file. */
  warmUp: () => void;
  /** Opens the first of these files in Inspect; absolute paths. */
  openFiles: (paths: readonly string[]) => void;
  dispose: () => void;
};

/**
 * Gives the features their surroundings: the profile folder, the keychain, the inspection process, the demo
 * portal, Chromium's knowledge of proxies, the clipboard, the theme and the language of menus and dialogs.
 */
export function assemble({ emit, clock, log, bringForward }: AssembleOptions): Assembled {
  const inspector = createInspector({
    fork: forkInspectionProcess,
    log: { warn: (message) => log.warn('inspector', { where: message }) },
  });
  const systemLanguages = spokenLanguages(app.getPreferredSystemLanguages());
  const features = createFeatures({
    directory: app.getPath('userData'),
    openFile: openElectronStoreFile,
    loadKeytar,
    startDemoPortal: () =>
      startDemoPortal({
        inspect: (bytes, request) =>
          inspector.inspect({ ...request, bytes, accept: 'pkcs12', knownFingerprints: [] }),
      }),
    inspector,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    facts: {
      version: app.getVersion(),
      os: osNames[process.platform] ?? 'other',
      systemLanguages,
    },
    licencesFile: join(import.meta.dirname, '../licences.json'),
    openBrowser: (url) => shell.openExternal(url),
    openLink: ({ link }) => openLink(link, features.portalOrigin()),
    copy: async ({ text }) => {
      await clipboard.writeText(text);
      return undefined;
    },
    confirm: askPerson,
    askWhereToSave,
    askWhichFile,
    recentDocuments: {
      add: (path) => app.addRecentDocument(path),
      clear: () => app.clearRecentDocuments(),
    },
    recentFilesChanged: () => showMenu(),
    feedOf: (inSettings) => feedOfInstallation(inSettings, process.resourcesPath),
    isInstalled: canBeUpdated(app.isPackaged, process.resourcesPath),
    loadUpdater: (url) =>
      loadNativeUpdater(url, {
        resolveProxy: (asked) => session.defaultSession.resolveProxy(asked),
        trustSystem: () => log.info('system authorities', { state: trustSystemAuthorities() }),
      }),
    desktop: nativeNotifications,
    bringForward,
    isWindowFocused: () => BrowserWindow.getFocusedWindow() !== null,
    emit: (topic, payload) => {
      emit(topic, payload);
      if (topic === 'preferences.changed') followPreferences();
      if (topic === 'session.changed') showMenu();
    },
    clock,
    log,
  });
  function followPreferences(): void {
    const { theme, language } = features.settings.get().preferences;
    nativeTheme.themeSource = theme;
    speakNatively(languageToSpeak(language, systemLanguages), systemLanguages);
    showMenu();
  }
  const chooseFile = (): void => {
    bringForward();
    features.openedFiles.choose().catch((cause: unknown) => log.error('choose file', { cause }));
  };
  function showMenu(): void {
    const { openedFiles, recentFiles } = features;
    installMenu({
      isMac: process.platform === 'darwin',
      isSignedIn: features.portalOrigin() !== null,
      recent: recentFiles.names(),
      openFile: chooseFile,
      openRecent: (id) => {
        bringForward();
        openedFiles.openRecent(id);
      },
      clearRecent: recentFiles.clear,
      send: (command) => {
        // A window that is only being made has nobody in it yet who could listen.
        if (bringForward() === 'there') emit('menu.chosen', command);
      },
    });
  }
  followPreferences();
  powerMonitor.on('resume', features.wake);
  return {
    ...features,
    warmUp: inspector.warmUp,
    openFiles: (paths) => {
      bringForward();
      features.openedFiles.open(paths);
    },
    dispose: () => {
      inspector.dispose();
      features.close().catch((cause: unknown) => log.error('close', { cause }));
    },
  };
}

/** Asks in front of the app's window, so that nothing else in it can be pressed meanwhile. */
async function askPerson(question: OrderQuestion): Promise<boolean> {
  const [window] = BrowserWindow.getAllWindows();
  const options = orderQuestion(question);
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response !== cancelButton;
}

/** Asks where a file is to be put: its absolute path, or null where the person thinks better of it. */
async function askWhereToSave(wish: SaveWish): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows();
  const options = saveQuestion(wish);
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}

/** Asks which file is to be opened: its absolute path, or null where the person thinks better of it. */
async function askWhichFile(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(openQuestion())
    : dialog.showOpenDialog(window, openQuestion()));
  return canceled ? null : (filePaths[0] ?? null);
}

async function openLink(link: KnownLink, portalOrigin: string | null): Promise<undefined> {
  const address = linkAddress(link, portalOrigin);
  if (address === null) throw failure('not-supported', { reason: 'no-link' });
  await shell.openExternal(address);
  return undefined;
}
