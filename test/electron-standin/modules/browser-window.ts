import type {
  BrowserWindow as ElectronWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
} from 'electron';
import { record } from '../core/calls.ts';
import { windows } from '../core/registry.ts';
import { makeEvent } from '../core/standin-event.ts';
import { trace } from '../core/trace.ts';
import { chromium } from '../devtools/chromium.ts';
import { app } from './app.ts';
import { FramedWindow, type FramedPage } from './framed-window.ts';
import { WebContents } from './web-contents.ts';

type WindowApi = Pick<
  ElectronWindow,
  | 'blur'
  | 'center'
  | 'close'
  | 'destroy'
  | 'flashFrame'
  | 'focus'
  | 'getBackgroundColor'
  | 'getBounds'
  | 'getContentBounds'
  | 'getContentSize'
  | 'getMinimumSize'
  | 'getNormalBounds'
  | 'getPosition'
  | 'getSize'
  | 'getTitle'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMenuBarVisible'
  | 'isMinimized'
  | 'isVisible'
  | 'loadFile'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'reload'
  | 'removeMenu'
  | 'restore'
  | 'setAutoHideMenuBar'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setContentProtection'
  | 'setContentSize'
  | 'setFullScreen'
  | 'setIcon'
  | 'setMenuBarVisibility'
  | 'setMinimumSize'
  | 'setPosition'
  | 'setProgressBar'
  | 'setSize'
  | 'setTitle'
  | 'setTitleBarOverlay'
  | 'show'
  | 'showInactive'
  | 'unmaximize'
>;

/** The windows whose page Chromium has been asked for and has not shown yet, in that order. */
const awaited: BrowserWindow[] = [];
const focus: { window: BrowserWindow | undefined } = { window: undefined };

/** Electron's BrowserWindow: a page of Chromium, with the window's own state kept beside it. */
export class BrowserWindow extends FramedWindow implements WindowApi {
  readonly id: number;
  readonly webContents: WebContents;
  #title: string;
  #isVisible: boolean;
  #isClosed = false;
  #backgroundColor: string;
  #menuBarVisible = true;

  constructor(options: BrowserWindowConstructorOptions = {}, pageExists = false) {
    super(options);
    if (!app.lifecycle.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    this.setMaxListeners(0);
    this.#title = options.title ?? app.name;
    this.#isVisible = options.show !== false;
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.webContents = new WebContents(
      { contentSize: () => this.getContentBounds(), close: () => this.close() },
      options.webPreferences,
    );
    this.id = this.webContents.id;
    windows.set(this.id, this);
    this.#followPage();
    if (this.#isVisible) focus.window = this;
    app.emit('web-contents-created', makeEvent({}), this.webContents);
    setImmediate(() => app.emit('browser-window-created', makeEvent({}), this));
    if (!pageExists) this.#askForPage();
  }

  protected get page(): FramedPage {
    return this.webContents;
  }

  #followPage(): void {
    this.webContents.on(
      'page-title-updated',
      (event: { defaultPrevented: boolean }, title: string) => {
        this.emit('page-title-updated', event, title, true);
        if (!event.defaultPrevented) this.#title = title;
      },
    );
    this.webContents.on('standin:ready-to-show', () => this.emit('ready-to-show'));
    this.webContents.on('standin:bounds', (bounds: Rectangle) => {
      // without a display only tests resize anything, and they mean the page
      if (chromium().headed && this.webContents.getZoomFactor() === 1) this.movedByPerson(bounds);
    });
  }
  #askForPage(): void {
    awaited.push(this);
    if (chromium().headed) {
      chromium().openAppWindow(this.wantedBounds);
      return;
    }
    const { width, height } = this.wantedBounds;
    const page = { url: 'about:blank', newWindow: true, width, height };
    chromium().pipe.session().send('Target.createTarget', page).catch(trace);
  }
  /** The window that has waited longest for its page. */
  static nextToAppear(): BrowserWindow | undefined {
    return awaited.shift();
  }
  /** Binds this window to the page that Chromium has made for it. */
  async adopt(sessionId: string, targetId: string): Promise<void> {
    await this.webContents.attach(sessionId, targetId);
    await this.placeWindow();
  }
  /** The person has closed Chromium's window, which can not be prevented here. */
  closedByPerson(): void {
    if (this.#isClosed) return;
    this.emit('close', makeEvent({}));
    this.vanished();
  }
  /** The page has gone, by whatever cause. */
  vanished(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    windows.delete(this.id);
    if (focus.window === this)
      focus.window = [...windows.values()].findLast((other) => other.isVisible());
    this.webContents.markDestroyed();
    this.emit('closed');
    app.lifecycle.windowGone();
  }

  close(): void {
    if (this.#isClosed) return;
    const event = makeEvent({});
    this.emit('close', event);
    if (event.defaultPrevented) app.lifecycle.closeRefused();
    else this.destroy();
  }
  destroy(): void {
    if (this.#isClosed) return;
    const { targetId, ready } = this.webContents;
    if (targetId === '') void ready.then(() => this.#closePage());
    else this.#closePage();
    this.vanished();
  }
  #closePage(): void {
    const { targetId } = this.webContents;
    chromium().pipe.session().send('Target.closeTarget', { targetId }).catch(trace);
  }
  isDestroyed(): boolean {
    return this.#isClosed;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  loadFile(path: string): Promise<void> {
    return this.webContents.loadFile(path);
  }
  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    if (this.#isVisible) return;
    this.#isVisible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.emit('hide');
    this.blur();
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  focus(): void {
    this.webContents.focus();
    if (focus.window === this) return;
    focus.window?.blur();
    focus.window = this;
    this.emit('focus');
    app.emit('browser-window-focus', makeEvent({}), this);
  }
  blur(): void {
    if (focus.window !== this) return;
    focus.window = undefined;
    this.emit('blur');
    app.emit('browser-window-blur', makeEvent({}), this);
  }
  isFocused(): boolean {
    return focus.window === this;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focus.window ?? null;
  }
  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }
  static fromWebContents(page: WebContents | undefined): BrowserWindow | null {
    return page === undefined ? null : (windows.get(page.id) ?? null);
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }

  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  setBackgroundColor(color: string): void {
    this.#backgroundColor = color;
  }
  getBackgroundColor(): string {
    return this.#backgroundColor;
  }
  setMenuBarVisibility(visible: boolean): void {
    this.#menuBarVisible = visible;
  }
  isMenuBarVisible(): boolean {
    return this.#menuBarVisible;
  }
  removeMenu(): void {
    this.#menuBarVisible = false;
  }
  setAutoHideMenuBar(hide: boolean): void {
    record('BrowserWindow.setAutoHideMenuBar', hide);
  }
  setContentProtection(enable: boolean): void {
    record('BrowserWindow.setContentProtection', enable);
  }
  setProgressBar(progress: number): void {
    record('BrowserWindow.setProgressBar', progress);
  }
  setTitleBarOverlay(options: object): void {
    record('BrowserWindow.setTitleBarOverlay', options);
  }
  setIcon(): void {}
  flashFrame(flag: boolean): void {
    record('BrowserWindow.flashFrame', flag);
  }
}
