import type {
  Notification as ElectronNotification,
  NotificationConstructorOptions,
} from 'electron';
import { record } from '../core/calls.ts';
import { guardedEmitter } from '../core/guard.ts';
import { makeEvent } from '../core/standin-event.ts';

type NotificationApi = Pick<ElectronNotification, 'body' | 'close' | 'show' | 'silent' | 'title'>;

/** Electron's Notification: it appears nowhere; showing is recorded. Tests emit `click` themselves. */
export class Notification extends guardedEmitter('Notification') implements NotificationApi {
  title: string;
  body: string;
  silent: boolean;

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
  }

  static isSupported(): boolean {
    return true;
  }
  show(): void {
    record('Notification.show', { title: this.title, body: this.body });
    this.emit('show', makeEvent({}));
  }
  close(): void {
    this.emit('close', makeEvent({}));
  }
}
