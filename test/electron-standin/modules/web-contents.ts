import type { WebContents as ElectronContents, WebPreferences } from 'electron';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toAppUrl } from '../core/addresses.ts';
import { record } from '../core/calls.ts';
import { guardedEmitter } from '../core/guard.ts';
import { refuseUnsentEvents } from '../core/events-refused.ts';
import { contents } from '../core/registry.ts';
import { makeEvent } from '../core/standin-event.ts';
import { trace } from '../core/trace.ts';
import type { Protocol } from '../devtools/protocol.ts';
import { reportCrashes } from '../page/crashes.ts';
import { Emulation } from '../page/emulation.ts';
import { FrameTree } from '../page/frame-tree.ts';
import { answerHalts } from '../page/halts.ts';
import { saveHeapSnapshot } from '../page/heap-snapshot.ts';
import { LoadEvents } from '../page/load-events.ts';
import { receiveMessages } from '../page/messages.ts';
import { Navigation } from '../page/navigation.ts';
import { PageTarget } from '../page/page-target.ts';
import { setUpPage } from '../page/set-up.ts';
import type { WebFrameMain } from '../page/web-frame-main.ts';
import { WindowOpening } from '../page/window-opening.ts';
import { app } from './app.ts';
import { StandinIpc } from './ipc-main.ts';
import { nativeImage } from './native-image.ts';
import { session, type StandinSession } from './session.ts';
import type { ContentsApi } from './web-contents-api.ts';
import { fullPreferences } from './web-preferences.ts';

/** What a window gives to, and wants from, the page it holds. */
export type Holder = { contentSize(): { width: number; height: number }; close(): void };

/** Zoom by one level is a factor of 1.2, as in Chromium. */
const ZOOM_STEP = 1.2;
let made = 0;

/** Electron's WebContents over one page of Chromium. */
export class WebContents extends guardedEmitter('webContents') implements ContentsApi {
  readonly id: number;
  readonly ipc = new StandinIpc();
  readonly session: StandinSession;
  readonly windowOpening = new WindowOpening();
  readonly #preferences: WebPreferences;
  readonly #target = new PageTarget();
  readonly #tree = new FrameTree(this.#target);
  readonly #emulation = new Emulation(this.#target);
  readonly #navigation: Navigation;
  readonly #loading: LoadEvents;
  readonly #crash: { readonly crashed: boolean };
  readonly #holder: Holder;
  #title = '';
  #isDestroyed = false;

  constructor(holder: Holder, preferences: WebPreferences = {}) {
    super();
    this.setMaxListeners(0);
    refuseUnsentEvents('webContents', this);
    made += 1;
    this.id = made;
    this.#holder = holder;
    this.#preferences = fullPreferences(preferences, app.sandboxEnabled);
    this.session = session.fromPartition(preferences.partition ?? '');
    this.#navigation = new Navigation(this, this.#target, this.#tree);
    this.#loading = new LoadEvents(this, this.#target, this.#tree, this.#navigation);
    this.#crash = reportCrashes(this, this.#target, app);
    receiveMessages(this, this.#target, this.#tree);
    answerHalts(this, this.#target, this.#tree);
    this.#target.onAttach((devtools) => {
      devtools.on('Page.windowOpen', (opened) => this.windowOpening.announced.push(opened));
    });
    contents.set(this.id, this);
  }

  get mainFrame(): WebFrameMain {
    return this.#tree.main.publicFrame;
  }
  get preloadPath(): string {
    return this.#preferences.preload ?? '';
  }
  /** Whether this is the page that DevTools calls by that id. */
  isTarget(targetId: string): boolean {
    return this.#target.id === targetId;
  }
  isSession(sessionId: string): boolean {
    return this.#target.isSession(sessionId);
  }
  /** Chromium's name of the page, empty before it is there. */
  get targetId(): string {
    return this.#target.id;
  }
  /** The origin as Chromium knows it, empty before anything was loaded. */
  get chromiumOrigin(): string {
    return /^https?:\/\/[^/]+/.exec(this.#tree.main.url)?.[0] ?? '';
  }
  /** Resolves once Chromium's page is there. */
  get ready(): Promise<void> {
    return this.#target.ready;
  }
  command<M extends keyof Protocol.CommandParameters>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<Protocol.CommandReturnValues[M]> {
    return this.#target.command(method, params);
  }
  /** Binds this to a page that Chromium has just made and still holds. */
  attach(sessionId: string, targetId: string): Promise<void> {
    return this.#target.attach(sessionId, targetId, async (devtools) => {
      const preload = this.#readPreload();
      const inSubFrames = this.#preferences.nodeIntegrationInSubFrames === true;
      await setUpPage(devtools, this, preload, inSubFrames);
    });
  }
  #readPreload(): string {
    if (this.preloadPath === '') return '';
    try {
      return readFileSync(this.preloadPath, 'utf8');
    } catch (error) {
      console.error(`Unable to load preload script: ${this.preloadPath}`, error);
      this.emit('preload-error', makeEvent({}), this.preloadPath, error);
      return '';
    }
  }
  /** The page has a new title. */
  retitle(title: string): void {
    if (title === this.#title) return;
    this.#title = title;
    this.emit('page-title-updated', makeEvent({}), title, true);
  }
  /** The rules of the session have changed. */
  sessionChanged(): void {
    if (!this.#target.attached) return;
    this.session.applyTo(this, this.getURL()).catch(trace);
    const patterns = this.fetchPatterns();
    this.command('Fetch.enable', { patterns }).catch(trace);
  }
  /** The requests that Chromium has to hold until the app has judged them. */
  fetchPatterns(): Protocol.Fetch.RequestPattern[] {
    const all = this.session.webRequest.listens;
    return [all ? { urlPattern: '*' } : { urlPattern: '*', resourceType: 'Document' }];
  }
  applyTheme(source: 'system' | 'light' | 'dark'): void {
    if (this.#target.attached) this.#emulation.applyTheme(source).catch(trace);
  }
  /** The window has gone, or is about to. */
  markDestroyed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    contents.delete(this.id);
    this.emit('destroyed');
  }

  loadURL(url: string): Promise<void> {
    return this.#navigation.load(url);
  }
  loadFile(path: string): Promise<void> {
    return this.loadURL(pathToFileURL(resolve(app.getAppPath(), path)).href);
  }
  reload(): void {
    this.command('Page.reload').catch(trace);
  }
  reloadIgnoringCache(): void {
    this.command('Page.reload', { ignoreCache: true }).catch(trace);
  }
  stop(): void {
    this.command('Page.stopLoading').catch(trace);
  }
  send(channel: string, ...args: unknown[]): void {
    this.#tree.deliverToFrame(this.#tree.main.id, { kind: 'event', channel, args });
  }
  async executeJavaScript(code: string): Promise<unknown> {
    await this.#target.ready;
    return this.#tree.evaluate(this.#tree.main.id, code);
  }
  async insertText(text: string): Promise<void> {
    await this.command('Input.insertText', { text });
  }
  async capturePage(): Promise<ReturnType<typeof nativeImage.createEmpty>> {
    await this.#target.ready;
    const { data } = await this.command('Page.captureScreenshot', { format: 'png' });
    return nativeImage.createFromBuffer(Buffer.from(data, 'base64'));
  }
  async printToPDF(options: { landscape?: boolean; printBackground?: boolean }): Promise<Buffer> {
    const { landscape = false, printBackground = false } = options;
    const { data } = await this.command('Page.printToPDF', { landscape, printBackground });
    return Buffer.from(data, 'base64');
  }
  print(options?: object): void {
    record('webContents.print', options);
  }
  async takeHeapSnapshot(filePath: string): Promise<void> {
    await this.#target.ready;
    await saveHeapSnapshot(this.#target, filePath);
  }
  setWindowOpenHandler(handler: Parameters<ElectronContents['setWindowOpenHandler']>[0]): void {
    this.windowOpening.setHandler(handler);
  }
  forcefullyCrashRenderer(): void {
    this.command('Page.crash').catch(trace);
  }
  focus(): void {
    this.command('Page.bringToFront').catch(trace);
  }
  close(): void {
    this.#holder.close();
  }
  openDevTools(options?: object): void {
    record('webContents.openDevTools', options);
  }
  closeDevTools(): void {
    record('webContents.closeDevTools');
  }
  isDevToolsOpened(): boolean {
    return false;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    record('webContents.setWebRTCIPHandlingPolicy', policy);
  }
  setIgnoreMenuShortcuts(ignore: boolean): void {
    this.ignoresMenuShortcuts = ignore;
  }
  ignoresMenuShortcuts = false;

  getZoomFactor(): number {
    return this.#emulation.zoomFactor;
  }
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new TypeError("'zoomFactor' must be a double greater than 0.0");
    void this.#target.ready
      .then(() => this.#emulation.applyZoom(factor, this.#holder.contentSize()))
      .catch(trace);
    this.#emulation.zoomFactor = factor;
  }
  getZoomLevel(): number {
    return Math.log(this.getZoomFactor()) / Math.log(ZOOM_STEP);
  }
  setZoomLevel(level: number): void {
    this.setZoomFactor(ZOOM_STEP ** level);
  }
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }

  getURL(): string {
    const { url } = this.#tree.main;
    return url === 'about:blank' ? '' : toAppUrl(url);
  }
  getTitle(): string {
    return this.#title;
  }
  getType(): 'window' {
    return 'window';
  }
  getLastWebPreferences(): WebPreferences {
    return { ...this.#preferences };
  }
  isLoading(): boolean {
    return this.#loading.isLoading;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isCrashed(): boolean {
    return this.#crash.crashed;
  }
}
