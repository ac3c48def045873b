import { absentClass, absentModule } from './core/guard.ts';
import { app } from './modules/app.ts';
import { BrowserWindow } from './modules/browser-window.ts';
import { clipboard } from './modules/clipboard.ts';
import { dialog } from './modules/dialog.ts';
import { ipcMain } from './modules/ipc-main.ts';
import { Menu, MenuItem } from './modules/menu.ts';
import { nativeImage } from './modules/native-image.ts';
import { nativeTheme } from './modules/native-theme.ts';
import { net } from './modules/net.ts';
import { Notification } from './modules/notification.ts';
import { powerMonitor } from './modules/power-monitor.ts';
import { protocol } from './modules/protocol.ts';
import { screen } from './modules/screen.ts';
import { session } from './modules/session.ts';
import { shell } from './modules/shell.ts';
import { utilityProcess } from './modules/utility-process.ts';
import { webContents } from './modules/web-contents-list.ts';

/** What the stand-in lacks altogether; importing it is fine, using it throws. */
const BaseWindow = absentClass('BaseWindow');
const BrowserView = absentClass('BrowserView');
const MessageChannelMain = absentClass('MessageChannelMain');
const ShareMenu = absentClass('ShareMenu');
const TouchBar = absentClass('TouchBar');
const Tray = absentClass('Tray');
const View = absentClass('View');
const WebContentsView = absentClass('WebContentsView');
const autoUpdater = absentModule('autoUpdater');
const contentTracing = absentModule('contentTracing');
const crashReporter = absentModule('crashReporter');
const desktopCapturer = absentModule('desktopCapturer');
const globalShortcut = absentModule('globalShortcut');
const inAppPurchase = absentModule('inAppPurchase');
const netLog = absentModule('netLog');
const powerSaveBlocker = absentModule('powerSaveBlocker');
const pushNotifications = absentModule('pushNotifications');
const safeStorage = absentModule('safeStorage');
const systemPreferences = absentModule('systemPreferences');
const webFrameMain = absentModule('webFrameMain');

/** What `require('electron')` is in the main process. */
export const electron = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
};
