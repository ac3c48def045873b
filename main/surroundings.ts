import type { Handlers } from '../preload/contract.ts';
import type { KeychainOptions } from './keychain/keychain.ts';
import type { RunningDemo } from './session/demo.ts';
import type { Inspector } from './inspector/inspector.ts';
import type { HttpOptions } from './portal/http.ts';
import type { Snapshot } from '../preload/contract/app.ts';
import type { OrderQuestion } from './devices/device-orders.ts';
import type { SaveOptions } from './files/saved-files.ts';
import type { NativeNotifications } from './notifications/notifications.ts';
import type { OpenStoredFile } from './files/stored-file.ts';
import type { Emit } from './ipc/connect.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { OpenedFilesOptions } from './opened-files/opened-files.ts';
import type { RecentFilesOptions } from './opened-files/recent-files.ts';
import type { UpdatesOptions } from './updates/updates.ts';

/** What the features need of the world around them. */
export type Surroundings = {
  /** The profile folder, absolute. */
  directory: string;
  openFile: OpenStoredFile;
  /** See KeychainOptions. */
  loadKeytar: KeychainOptions['load'];
  startDemoPortal: () => Promise<RunningDemo>;
  inspector: Pick<Inspector, 'inspect' | 'strengthen' | 'exportCertificate'>;
  resolveProxy: HttpOptions['resolveProxy'];
  facts: Pick<Snapshot, 'version' | 'os' | 'systemLanguages'>;
  /** Absolute path of the list of licences that the build has written. */
  licencesFile: string;
  /** Handlers that only Electron can carry out. */
  openLink: Handlers['app.openLink'];
  /** Opens an address that main itself has chosen in the system's browser. */
  openBrowser: (url: string) => Promise<void>;
  copy: Handlers['app.copy'];
  /** Asks the person in a dialog of the system's own, which the page can't answer. */
  confirm: (question: OrderQuestion) => Promise<boolean>;
  askWhereToSave: SaveOptions['askWhereToSave'];
  askWhichFile: OpenedFilesOptions['askWhichFile'];
  /** The feed of this installation, given the one that the settings name. */
  feedOf: (inSettings: string | null) => UpdatesOptions['feed'];
  isInstalled: boolean;
  loadUpdater: UpdatesOptions['loadUpdater'];
  /** The system's own list of recent documents. */
  recentDocuments: RecentFilesOptions['system'];
  /** The recent files are others than before. */
  recentFilesChanged: RecentFilesOptions['changed'];
  /** The notifications of the system's desktop. */
  desktop: NativeNotifications;
  /** Shows the window, in front of others; `made` when there was none and its page has yet to load. */
  bringForward: () => 'there' | 'made';
  /** Whether the person is looking at the app now. */
  isWindowFocused: () => boolean;
  emit: Emit;
  clock: Clock;
  log: Log;
};
