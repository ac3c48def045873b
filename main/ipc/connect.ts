import { ipcMain } from 'electron';
import type { WebContents } from 'electron';
import { callChannel, eventChannel } from '../../preload/channels.ts';
import { events } from '../../preload/contract.ts';
import type { Payload, Topic } from '../../preload/contract.ts';
import type { Result } from '../../preload/contract/errors.ts';
import type { Dispatch } from './dispatch.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** Tells the page of something; a payload that breaks the contract throws here and never leaves. */
export type Emit = <T extends Topic>(topic: T, payload: Payload<T>) => void;

const untrusted: Result<never> = { ok: false, error: { code: 'invalid-input' } };

/**
 * Listens on the one channel and answers only our own page in the main frame of our own window.
 *
 * @param own the window's web contents, undefined while there is none
 * @param refused told when somebody else has called
 */
export function connectCalls(
  dispatch: Dispatch,
  own: () => WebContents | undefined,
  refused: () => void,
): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (isTrustedSender(event.senderFrame, event.sender, own())) return dispatch(name, input);
    refused();
    return untrusted;
  });
}

/** Sends events to the window, if there is one. */
export function createEmit(own: () => WebContents | undefined): Emit {
  return (topic, payload) => {
    const contents = own();
    if (contents === undefined || contents.isDestroyed()) return;
    contents.send(eventChannel, topic, events[topic].parse(payload));
  };
}
