import { tellUnclaimedKey } from '../core/key-presses.ts';
import { makeEvent } from '../core/standin-event.ts';
import { trace } from '../core/trace.ts';
import type { Protocol } from '../devtools/protocol.ts';
import { ipcMain, type StandinIpc } from '../modules/ipc-main.ts';
import type { WebContents } from '../modules/web-contents.ts';
import { makeCodec } from '../world/codec.ts';
import { isWorldMessage, type WorldMessage } from '../world/messages.ts';
import { BINDING_NAME } from '../world/source.ts';
import type { FrameTree } from './frame-tree.ts';
import type { PageTarget } from './page-target.ts';
import type { WebFrameMain } from './web-frame-main.ts';

const codec = makeCodec();

/** The sender's part of Electron's IPC events. */
export type SenderFields = {
  readonly type: 'frame';
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain | null;
  readonly frameId: number;
  readonly processId: number;
  readonly ports: readonly never[];
  reply(channel: string, ...args: unknown[]): void;
};

/**
 * Describes the sender of a message from one document. `senderFrame` is null once that document is gone,
 * as Electron says ("if accessed after the frame has either navigated or been destroyed").
 */
export function senderFields(
  sender: WebContents,
  tree: FrameTree,
  contextId: number,
): SenderFields {
  const frame = tree.ofIsolatedContext(contextId);
  return {
    type: 'frame',
    sender,
    get senderFrame() {
      return frame?.isolatedContext === contextId ? frame.publicFrame : null;
    },
    frameId: frame?.number ?? 0,
    processId: 1,
    ports: [],
    reply: (channel, ...args) => tree.deliverToContext(contextId, { kind: 'event', channel, args }),
  };
}

/** Receives what the preload worlds of a page say, and answers `invoke`. */
export function receiveMessages(contents: WebContents, target: PageTarget, tree: FrameTree): void {
  const answerInvoke = async (
    { id, channel, args }: Extract<WorldMessage, { kind: 'invoke' }>,
    contextId: number,
  ): Promise<void> => {
    const event = makeEvent(senderFields(contents, tree, contextId));
    try {
      const ipc = contents.ipc.handles(channel) ? contents.ipc : ipcMain;
      const value = await ipc.run(channel, event, args);
      tree.deliverToContext(contextId, { kind: 'reply', id, value });
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      const message = `Error invoking remote method '${channel}': ${String(error)}`;
      tree.deliverToContext(contextId, { kind: 'failure', id, error: new Error(message) });
    }
  };

  const receive = (message: WorldMessage, contextId: number): void => {
    switch (message.kind) {
      case 'invoke':
        void answerInvoke(message, contextId);
        break;
      case 'send': {
        const event = makeEvent(senderFields(contents, tree, contextId));
        contents.emit('ipc-message', event, message.channel, ...message.args);
        const listeners: readonly StandinIpc[] = [contents.ipc, ipcMain];
        for (const ipc of listeners) ipc.emit(message.channel, event, ...message.args);
        break;
      }
      case 'preload-error':
        contents.emit('preload-error', makeEvent({}), contents.preloadPath, message.error);
        break;
      case 'context-menu': {
        const frame = tree.ofIsolatedContext(contextId)?.publicFrame ?? null;
        const params = { ...message.params, frame, menuSourceType: 'mouse' };
        contents.emit('context-menu', makeEvent({}), params);
        break;
      }
      case 'title':
        contents.retitle(message.title);
        break;
      case 'key':
        if (!message.claimed && !contents.ignoresMenuShortcuts) {
          tellUnclaimedKey(message.input, contents.id);
        }
        break;
      case 'bounds':
        contents.emit('standin:bounds', message.bounds);
        break;
    }
  };

  target.onAttach((session) => {
    session.on('Runtime.bindingCalled', (called: Protocol.Runtime.bindingCalledPayload) => {
      if (called.name !== BINDING_NAME) return;
      const message = codec.decode(called.payload);
      if (isWorldMessage(message)) receive(message, called.executionContextId);
      else trace('an unknown message', called.payload);
    });
  });
}
