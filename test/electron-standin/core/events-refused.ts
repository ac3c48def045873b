import type { EventEmitter } from 'node:events';
import { notImplemented } from './guard.ts';

/** Events of Electron that never come here, and without which an app would do something else. */
const NEVER_COME = new Set([
  'before-input-event',
  'before-mouse-event',
  'certificate-error',
  'did-start-navigation',
  'select-client-certificate',
  'select-hid-device',
  'select-serial-port',
  'select-usb-device',
  'will-prevent-unload',
]);

/** Makes `emitter` refuse listeners for events that the stand-in does not send. */
export function refuseUnsentEvents(name: string, emitter: EventEmitter): void {
  emitter.on('newListener', (event: string | symbol) => {
    if (typeof event === 'string' && NEVER_COME.has(event)) {
      throw notImplemented(`the event ${event} of ${name}`);
    }
  });
}
