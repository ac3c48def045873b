import type { AboutPanelOptionsOptions, App, RelaunchOptions } from 'electron';
import { contents } from '../core/registry.ts';
import { guardedEmitter } from '../core/guard.ts';
import { standardPath } from '../core/paths.ts';
import { record } from '../core/calls.ts';
import { takeLock, type SecondInstance } from '../core/single-instance.ts';
import { makeEvent } from '../core/standin-event.ts';
import { appMetrics } from './app-metrics.ts';
import { commandLine, switches } from './command-line.ts';
import { Lifecycle } from './lifecycle.ts';
import { systemLanguages } from './system-languages.ts';

type AppApi = Pick<
  App,
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'commandLine'
  | 'disableHardwareAcceleration'
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getLocale'
  | 'getLocaleCountryCode'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getSystemLocale'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'relaunch'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppLogsPath'
  | 'setAppUserModelId'
  | 'setName'
  | 'setPath'
  | 'showAboutPanel'
  | 'whenReady'
>;

/** What is known of the app from its package.json and place. */
export type AppFacts = { name: string; version: string; path: string; isPackaged: boolean };

/** Electron's `app`. */
class StandinApp extends guardedEmitter('app') implements AppApi {
  readonly commandLine = commandLine;
  name = 'Electron';
  isPackaged = false;
  /** As on Linux: there is no dock. */
  readonly dock = undefined;
  readonly lifecycle = new Lifecycle(this);
  #version = '0.0.0';
  #appPath = '';
  #sandboxed = false;
  #releaseLock: (() => void) | undefined;
  readonly #chosenPaths = new Map<string, string>();

  /** Takes over what the launcher has found out; before the app's entry runs. */
  adopt({ name, version, path, isPackaged }: AppFacts): void {
    this.setMaxListeners(0);
    this.name = name;
    this.#version = version;
    this.#appPath = path;
    this.isPackaged = isPackaged;
  }

  isReady(): boolean {
    return this.lifecycle.isReady;
  }
  whenReady(): Promise<void> {
    return this.lifecycle.whenReady;
  }
  quit(): void {
    this.lifecycle.quit();
  }
  exit(code = 0): void {
    this.lifecycle.exit(code);
  }
  relaunch(options?: RelaunchOptions): void {
    this.lifecycle.relaunch(options?.execPath, options?.args);
  }

  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getVersion(): string {
    return this.#version;
  }
  getAppPath(): string {
    return this.#appPath;
  }
  getPath(name: string): string {
    const userDataSwitch = switches.get('user-data-dir') ?? '';
    return standardPath(name, { appName: this.name, userDataSwitch, chosen: this.#chosenPaths });
  }
  setPath(name: string, path: string): void {
    this.getPath(name);
    this.#chosenPaths.set(name, path);
  }
  setAppLogsPath(path?: string): void {
    this.#chosenPaths.set('logs', path ?? this.getPath('logs'));
  }

  getLocale(): string {
    return switches.get('lang') ?? 'en-US';
  }
  getLocaleCountryCode(): string {
    return this.getLocale().split('-')[1] ?? 'US';
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return systemLanguages(process.env) ?? [this.getLocale()];
  }

  enableSandbox(): void {
    if (this.isReady())
      throw new Error('app.enableSandbox() can only be called before app is ready');
    this.#sandboxed = true;
  }
  /** Whether `enableSandbox` was called. */
  get sandboxEnabled(): boolean {
    return this.#sandboxed;
  }
  disableHardwareAcceleration(): void {
    commandLine.appendSwitch('disable-gpu');
  }
  getAppMetrics(): ReturnType<typeof appMetrics> {
    return appMetrics([...contents.keys()].length);
  }

  requestSingleInstanceLock(data: Record<string, unknown> = {}): boolean {
    if (this.#releaseLock !== undefined) return true;
    const letter: SecondInstance = { argv: [...process.argv], cwd: process.cwd(), data };
    this.#releaseLock = takeLock(this.getPath('userData'), letter, (second) => {
      void this.lifecycle.whenReady.then(() =>
        this.emit('second-instance', makeEvent({}), second.argv, second.cwd, second.data),
      );
    });
    return this.#releaseLock !== undefined;
  }
  hasSingleInstanceLock(): boolean {
    return this.#releaseLock !== undefined;
  }
  releaseSingleInstanceLock(): void {
    this.#releaseLock?.();
    this.#releaseLock = undefined;
  }

  setAppUserModelId(id: string): void {
    record('app.setAppUserModelId', id);
  }
  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    record('app.setAboutPanelOptions', options);
  }
  showAboutPanel(): void {
    record('app.showAboutPanel');
  }
  addRecentDocument(path: string): void {
    record('app.addRecentDocument', path);
  }
  clearRecentDocuments(): void {
    record('app.clearRecentDocuments');
  }
  focus(): void {
    record('app.focus');
  }
}

/** The one `app`. */
export const app = new StandinApp();
