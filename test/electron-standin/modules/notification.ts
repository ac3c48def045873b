import type {
  Notification as ElectronNotification,
  NotificationConstructorOptions,
} from 'electron';
import { record } from '../core/calls.ts';
import { guardedEmitter, notImplemented } from '../core/guard.ts';
import { makeEvent } from '../core/standin-event.ts';

type NotificationApi = Pick<ElectronNotification, 'body' | 'close' | 'show' | 'silent' | 'title'>;

/** What a notification here can be told; with anything else it would look different on a desktop. */
const KNOWN_OPTIONS = new Set(['body', 'silent', 'title']);

/**
 * Electron's Notification: it appears nowhere, since nobody looks; showing and closing are recorded. As on a desktop
 * a click comes from outside only: tests emit it.
 */
export class Notification extends guardedEmitter('Notification') implements NotificationApi {
  title: string;
  body: string;
  silent: boolean;
  #isShown = false;

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    const unknown = Object.keys(options).find((name) => !KNOWN_OPTIONS.has(name));
    if (unknown !== undefined) throw notImplemented(`the option ${unknown} of Notification`);
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
  }

  static isSupported(): boolean {
    return true;
  }
  show(): void {
    // one that is on the screen makes room for the new one with the same words
    if (this.#isShown) this.close();
    this.#isShown = true;
    record('Notification.show', { title: this.title, body: this.body });
    setImmediate(() => this.emit('show', makeEvent({})));
  }
  close(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    record('Notification.close', { title: this.title });
    setImmediate(() => this.emit('close', makeEvent({})));
  }
}
