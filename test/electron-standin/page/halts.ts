import { toAppUrl } from '../core/addresses.ts';
import { makeEvent } from '../core/standin-event.ts';
import { trace } from '../core/trace.ts';
import type { Protocol } from '../devtools/protocol.ts';
import { ipcMain } from '../modules/ipc-main.ts';
import type { WebContents } from '../modules/web-contents.ts';
import { makeCodec } from '../world/codec.ts';
import { isWorldQuestion, type WorldQuestion } from '../world/messages.ts';
import { HALT_NAME } from '../world/source.ts';
import type { FrameTree } from './frame-tree.ts';
import { senderFields } from './messages.ts';
import type { PageTarget } from './page-target.ts';

const codec = makeCodec();

function answerSync(
  contents: WebContents,
  tree: FrameTree,
  { channel, args }: Extract<WorldQuestion, { kind: 'sync' }>,
): Promise<unknown> {
  return new Promise((resolve) => {
    const event = Object.defineProperty(
      makeEvent(senderFields(contents, tree, tree.main.isolatedContext)),
      'returnValue',
      { get: () => undefined, set: resolve },
    );
    const heard =
      contents.ipc.emit(channel, event, ...args) || ipcMain.emit(channel, event, ...args);
    if (!heard) resolve(null);
  });
}

/**
 * Answers a page that has halted for a synchronous answer: `sendSync`, `getPathForFile`, and the verdict on
 * `window.open`. Any other `debugger` statement is passed over at once.
 */
export function answerHalts(contents: WebContents, target: PageTarget, tree: FrameTree): void {
  const readBox = (callFrameId: string, expression: string, returnByValue: boolean) =>
    target.command('Debugger.evaluateOnCallFrame', {
      callFrameId,
      expression,
      returnByValue,
      silent: true,
    });

  const answerOf = async (callFrameId: string): Promise<string> => {
    const asked: unknown = (await readBox(callFrameId, 'box.question', true)).result.value;
    if (typeof asked === 'string') {
      const question = codec.decode(asked);
      if (!isWorldQuestion(question)) return codec.encode(undefined);
      return codec.encode(
        question.kind === 'sync'
          ? await answerSync(contents, tree, question)
          : contents.windowOpening.ask(toAppUrl(question.url), question.name, question.features),
      );
    }
    const { objectId } = (await readBox(callFrameId, 'box.file', false)).result;
    if (objectId === undefined) return '';
    const { path } = await target.command('DOM.getFileInfo', { objectId });
    return path;
  };

  const resume = async ({ callFrames }: Protocol.Debugger.pausedPayload): Promise<void> => {
    const [top] = callFrames;
    try {
      if (top?.functionName === HALT_NAME) {
        // a file made by a script has no path, which DevTools reports as an error
        const answer = await answerOf(top.callFrameId).catch(() => '');
        await readBox(top.callFrameId, `box.answer = ${JSON.stringify(answer)}`, true);
      }
    } finally {
      await target.command('Debugger.resume');
    }
  };

  target.onAttach((session) => {
    session.on('Debugger.paused', (paused) => {
      resume(paused).catch((error: unknown) => trace('a halt was lost', error));
    });
  });
}
