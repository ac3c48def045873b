import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { guardedEmitter } from '../core/guard.ts';
import { trace } from '../core/trace.ts';
import type { Protocol } from '../devtools/protocol.ts';
import { chromium } from '../devtools/chromium.ts';

type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** The page of a window, as far as its size goes. */
export type FramedPage = {
  readonly ready: Promise<void>;
  command<M extends keyof Protocol.CommandParameters>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<Protocol.CommandReturnValues[M]>;
};

/** The default size of Electron's windows, in CSS pixels. */
const DEFAULT = { width: 800, height: 600 };

/** Chromium's windows that are windows of the app. */
const taken = new Set<number>();

/**
 * A window's place, size and state. There is no frame around the content, so the outer and the content
 * bounds are the same. The window manager is not asked: what was set counts.
 */
export abstract class FramedWindow extends guardedEmitter('BrowserWindow') {
  #bounds: Rectangle;
  readonly #hasPlace: boolean;
  #state: State = 'normal';
  #minimum: readonly [number, number];
  #windowId: number | undefined;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    const { x = 0, y = 0, width = DEFAULT.width, height = DEFAULT.height } = options;
    this.#hasPlace = options.x !== undefined && options.y !== undefined;
    this.#bounds = { x, y, width, height };
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    if (options.fullscreen === true) this.#state = 'fullscreen';
  }

  protected abstract get page(): FramedPage;

  /** What Chromium is asked for: a place only where the app has named one. */
  protected get wantedBounds(): { width: number; height: number; x?: number; y?: number } {
    const { x, y, width, height } = this.#bounds;
    return this.#hasPlace ? { x, y, width, height } : { width, height };
  }
  /** Puts Chromium's window, now that it is there, where this one is. */
  protected async placeWindow(): Promise<void> {
    const { windowId } = await this.page.command('Browser.getWindowForTarget');
    // a link's popup may be a tab of another window, whose size is not this one's
    if (taken.has(windowId)) return;
    taken.add(windowId);
    this.#windowId = windowId;
    await this.#applySize();
    if (this.#state !== 'normal') await this.#applyState();
  }
  async #applySize(): Promise<void> {
    const windowId = this.#windowId;
    if (windowId === undefined || this.#state !== 'normal') return;
    const { x, y, width, height } = this.#bounds;
    if (chromium().headed && this.#hasPlace) {
      const bounds = { left: x, top: y };
      await this.page.command('Browser.setWindowBounds', { windowId, bounds });
    }
    await this.page.command('Browser.setContentsSize', { windowId, width, height });
  }
  async #applyState(): Promise<void> {
    const windowId = this.#windowId;
    if (windowId === undefined) return;
    // Chromium goes from one special state to another only by way of the normal one
    const normal = { windowState: 'normal' } as const;
    await this.page.command('Browser.setWindowBounds', { windowId, bounds: normal });
    const bounds = { windowState: this.#state };
    if (this.#state === 'normal') await this.#applySize();
    else await this.page.command('Browser.setWindowBounds', { windowId, bounds });
  }
  #enter(state: State, ...events: string[]): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#applyState().catch(trace);
    for (const event of events) this.emit(event);
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Rectangle {
    return this.getBounds();
  }
  getContentBounds(): Rectangle {
    return this.getBounds();
  }
  setBounds(wanted: Partial<Rectangle>): void {
    this.movedByPerson(wanted);
    this.#applySize().catch(trace);
  }
  /** Chromium's window is elsewhere, or of another size, than it was. */
  protected movedByPerson(wanted: Partial<Rectangle>): void {
    const before = this.#bounds;
    this.#bounds = { ...before, ...wanted };
    const { x, y, width, height } = this.#bounds;
    if (width !== before.width || height !== before.height) this.emit('resize');
    if (x !== before.x || y !== before.y) this.emit('move');
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  getContentSize(): number[] {
    return this.getSize();
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  getMinimumSize(): number[] {
    return [...this.#minimum];
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }
  center(): void {}

  minimize(): void {
    this.#enter('minimized', 'minimize');
  }
  isMinimized(): boolean {
    return this.#state === 'minimized';
  }
  maximize(): void {
    this.#enter('maximized', 'maximize', 'resize');
  }
  unmaximize(): void {
    if (this.isMaximized()) this.#enter('normal', 'unmaximize', 'resize');
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  restore(): void {
    if (this.isMinimized()) this.#enter('normal', 'restore');
    else this.unmaximize();
  }
  setFullScreen(full: boolean): void {
    if (full) this.#enter('fullscreen', 'enter-full-screen', 'resize');
    else if (this.isFullScreen()) this.#enter('normal', 'leave-full-screen', 'resize');
  }
  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }
}
