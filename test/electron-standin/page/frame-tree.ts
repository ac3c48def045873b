import { trace } from '../core/trace.ts';
import type { DevtoolsSession } from '../devtools/pipe.ts';
import type { Protocol } from '../devtools/protocol.ts';
import { makeCodec } from '../world/codec.ts';
import type { MainMessage } from '../world/messages.ts';
import { RECEIVER_NAME, WORLD_NAME } from '../world/source.ts';
import type { PageTarget } from './page-target.ts';
import { piecesOf } from './pieces.ts';
import { WebFrameMain } from './web-frame-main.ts';

/** What is known of one frame of a page. */
export type Frame = {
  id: string;
  readonly number: number;
  parentId: string | undefined;
  name: string;
  /** As Chromium shows it, fragment included. */
  url: string;
  /** The execution context of the page's own world, 0 if there is none. */
  mainContext: number;
  /** The execution context of the preload's world, 0 if there is none. */
  isolatedContext: number;
  readonly publicFrame: WebFrameMain;
};

/** Longer messages travel in pieces, in characters: the page takes in one while the next is being written. */
const PIECE = 131_072;
const codec = makeCodec();
let numbered = 0;

/** The frames of a page as Chromium reports them, in the order in which the page's own messages come. */
export class FrameTree {
  readonly frames = new Map<string, Frame>();
  readonly #target: PageTarget;
  readonly #main: Frame;

  constructor(target: PageTarget) {
    this.#target = target;
    this.#main = this.#make('', undefined);
    target.onAttach((session) => this.#follow(session));
  }

  /** The page itself; the same object over all its navigations. */
  get main(): Frame {
    return this.#main;
  }

  /** The frames directly within another. */
  childrenOf(id: string): Frame[] {
    return [...this.frames.values()].filter((frame) => frame.parentId === id);
  }

  /** The frame whose preload world has this execution context. */
  ofIsolatedContext(contextId: number): Frame | undefined {
    return [...this.frames.values()].find((frame) => frame.isolatedContext === contextId);
  }

  /** Sends a message to the preload of a frame; a frame without preload drops it, as in Electron. */
  deliverToFrame(id: string, message: MainMessage): void {
    const text = codec.encode(message);
    const contextId = this.frames.get(id)?.isolatedContext ?? 0;
    if (contextId !== 0) this.#deliver(contextId, text);
  }

  /** Sends a message to one document; it is dropped if the document is gone. */
  deliverToContext(contextId: number, message: MainMessage): void {
    this.#deliver(contextId, codec.encode(message));
  }

  /** The value of an expression in the page's own world; promises are awaited, errors rejected. */
  async evaluate(id: string, expression: string): Promise<unknown> {
    const contextId = this.frames.get(id)?.mainContext ?? 0;
    const { result, exceptionDetails } = await this.#target.command('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
      ...(contextId === 0 ? {} : { contextId }),
    });
    if (exceptionDetails !== undefined) {
      const { exception, text } = exceptionDetails;
      throw new Error(exception?.description?.split('\n    at ')[0] ?? text);
    }
    const value: unknown = result.value;
    return value;
  }

  #deliver(contextId: number, text: string): void {
    const pieces = piecesOf(text, PIECE);
    for (const [at, piece] of pieces.entries()) {
      // an argument and not source text: Chromium keeps sources for its debugger
      this.#target
        .command('Runtime.callFunctionOn', {
          functionDeclaration: `function (piece, isLast) { ${RECEIVER_NAME}(piece, isLast); }`,
          executionContextId: contextId,
          arguments: [{ value: piece }, { value: at === pieces.length - 1 }],
          silent: true,
        })
        .catch((error: unknown) => trace('a message found no document', error));
    }
  }

  #make(id: string, parentId: string | undefined): Frame {
    numbered += 1;
    const frame: Frame = {
      id,
      number: numbered,
      parentId,
      name: '',
      url: '',
      mainContext: 0,
      isolatedContext: 0,
      get publicFrame() {
        return publicFrame;
      },
    };
    const publicFrame = new WebFrameMain(this, frame);
    this.frames.set(id, frame);
    return frame;
  }

  #follow(session: DevtoolsSession): void {
    this.frames.delete('');
    this.#main.id = this.#target.id;
    this.frames.set(this.#target.id, this.#main);
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      if (!this.frames.has(frameId)) this.#make(frameId, parentFrameId);
    });
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') this.#remove(frameId);
    });
    session.on('Page.frameNavigated', ({ frame }) => this.#navigated(frame));
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.frames.get(frameId);
      if (frame !== undefined) frame.url = url;
    });
    session.on('Runtime.executionContextCreated', ({ context }) => this.#contextMade(context));
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      for (const frame of this.frames.values()) {
        if (frame.isolatedContext === executionContextId) frame.isolatedContext = 0;
        if (frame.mainContext === executionContextId) frame.mainContext = 0;
      }
    });
    session.on('Runtime.executionContextsCleared', () => {
      for (const frame of this.frames.values()) frame.isolatedContext = frame.mainContext = 0;
    });
  }

  #navigated({ id, parentId, name, url, urlFragment }: Protocol.Page.Frame): void {
    const frame = this.frames.get(id) ?? this.#make(id, parentId);
    for (const child of this.childrenOf(id)) this.#remove(child.id);
    frame.name = name ?? '';
    frame.url = url + (urlFragment ?? '');
  }

  #remove(id: string): void {
    for (const child of this.childrenOf(id)) this.#remove(child.id);
    this.frames.delete(id);
  }

  #contextMade({ id, name, auxData }: Protocol.Runtime.ExecutionContextDescription): void {
    const aux: unknown = auxData;
    if (typeof aux !== 'object' || aux === null || !('frameId' in aux)) return;
    const frame = this.frames.get(String(aux.frameId));
    if (frame === undefined) return;
    if (name === WORLD_NAME) frame.isolatedContext = id;
    else if ('isDefault' in aux && aux.isDefault === true) frame.mainContext = id;
  }
}
