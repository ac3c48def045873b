import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { throwLater } from '../core/trace.ts';
import type { Protocol } from './protocol.ts';

type Command = keyof Protocol.CommandParameters;
type Waiting = { method: string; settle: (message: Message) => void; fail: (error: Error) => void };
type Message = {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
};

/** Commands to, and events from, one target of the browser (or the browser itself). */
export interface DevtoolsSession {
  send<M extends Command>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<Protocol.CommandReturnValues[M]>;
  /** Returns what ends it. */
  on<E extends keyof Protocol.Events>(
    event: E,
    listener: (payload: Protocol.Events[E]) => void,
  ): () => void;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && ('id' in value || 'method' in value);
}

function isResult<M extends Command>(
  _method: M,
  value: unknown,
): value is Protocol.CommandReturnValues[M] {
  return typeof value === 'object' && value !== null;
}

/** The DevTools protocol over the two pipes of `--remote-debugging-pipe`: JSON texts ended by NUL. */
export class DevtoolsPipe extends EventEmitter {
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #emitters = new Map<string, EventEmitter>();
  #sent = 0;

  constructor(output: Writable, input: Readable) {
    super();
    this.#output = output;
    let pieces: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let rest = chunk;
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        pieces.push(rest.subarray(0, end));
        rest = rest.subarray(end + 1);
        const text = Buffer.concat(pieces).toString();
        pieces = [];
        this.#receive(JSON.parse(text));
      }
      if (rest.length > 0) pieces.push(rest);
    });
    input.on('close', () => this.#end());
    // a broken pipe also closes the input, which is where it is dealt with
    input.on('error', () => {});
    output.on('error', () => {});
  }

  /** The session of one attached target; without `sessionId` that of the browser itself. */
  session(sessionId = ''): DevtoolsSession {
    const emitter = this.#emitters.get(sessionId) ?? new EventEmitter().setMaxListeners(0);
    this.#emitters.set(sessionId, emitter);
    return {
      send: (method, params) => this.#send(method, params, sessionId),
      on: (event, listener) => {
        emitter.on(event, listener);
        return () => void emitter.off(event, listener);
      },
    };
  }

  /** Forgets the listeners of a target that is gone. */
  forget(sessionId: string): void {
    this.#emitters.delete(sessionId);
  }

  #send<M extends Command>(
    method: M,
    params: Protocol.CommandParameters[M] | undefined,
    sessionId: string,
  ): Promise<Protocol.CommandReturnValues[M]> {
    return new Promise((resolve, reject) => {
      this.#sent += 1;
      const id = this.#sent;
      const settle = (message: Message): void => {
        const { result } = message;
        if (isResult(method, result)) resolve(result);
        else reject(new Error(`${method}: ${message.error?.message ?? 'no result'}`));
      };
      this.#waiting.set(id, { method, settle, fail: reject });
      const target = sessionId === '' ? {} : { sessionId };
      this.#output.write(`${JSON.stringify({ id, method, params: params ?? {}, ...target })}\0`);
    });
  }

  #receive(message: unknown): void {
    if (!isMessage(message)) return;
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      waiting?.settle(message);
      return;
    }
    try {
      this.#emitters.get(message.sessionId ?? '')?.emit(message.method ?? '', message.params);
    } catch (error) {
      throwLater(error);
    }
  }

  #end(): void {
    for (const { method, fail } of this.#waiting.values()) {
      fail(new Error(`${method}: the browser is gone`));
    }
    this.#waiting.clear();
    this.emit('close');
  }
}
