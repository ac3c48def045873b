import type { WebFrameMain as ElectronFrame } from 'electron';
import { originOf, toAppUrl } from '../core/addresses.ts';
import { guardedEmitter } from '../core/guard.ts';
import type { Frame, FrameTree } from './frame-tree.ts';

type FrameApi = Pick<
  ElectronFrame,
  | 'url'
  | 'origin'
  | 'name'
  | 'frameToken'
  | 'frameTreeNodeId'
  | 'routingId'
  | 'processId'
  | 'detached'
  | 'isDestroyed'
  | 'send'
  | 'executeJavaScript'
>;

/** Electron's WebFrameMain: one frame of a page, of which `parent` is null for the page itself. */
export class WebFrameMain extends guardedEmitter('WebFrameMain') implements FrameApi {
  readonly #tree: FrameTree;
  readonly #frame: Frame;

  constructor(tree: FrameTree, frame: Frame) {
    super();
    this.#tree = tree;
    this.#frame = frame;
  }

  get url(): string {
    return toAppUrl(this.#frame.url);
  }
  get origin(): string {
    return originOf(this.#frame.url);
  }
  get name(): string {
    return this.#frame.name;
  }
  get frameToken(): string {
    return this.#frame.id;
  }
  get frameTreeNodeId(): number {
    return this.#frame.number;
  }
  get routingId(): number {
    return this.#frame.number;
  }
  get processId(): number {
    return 1;
  }
  get detached(): boolean {
    return this.isDestroyed();
  }
  get parent(): WebFrameMain | null {
    const { parentId } = this.#frame;
    return parentId === undefined ? null : (this.#tree.frames.get(parentId)?.publicFrame ?? null);
  }
  get top(): WebFrameMain | null {
    return this.parent === null ? this : this.parent.top;
  }
  get frames(): WebFrameMain[] {
    return this.#tree.childrenOf(this.#frame.id).map((frame) => frame.publicFrame);
  }
  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)];
  }

  isDestroyed(): boolean {
    return this.#tree.frames.get(this.#frame.id) !== this.#frame;
  }
  send(channel: string, ...args: unknown[]): void {
    this.#tree.deliverToFrame(this.#frame.id, { kind: 'event', channel, args });
  }
  executeJavaScript(code: string): Promise<unknown> {
    return this.#tree.evaluate(this.#frame.id, code);
  }
}
