import { inspectionAnswer } from './pkcs12/inspection-messages.ts';
import { maxInspectBytes } from '../preload/contract/certificates.ts';
import type { InspectionFailureKind, InspectionResult } from '../preload/contract/inspection.ts';
import type { InspectionJob } from './pkcs12/inspection-messages.ts';

/** The process that opens files, whatever kind it is: Electron's utility process, or Node's in a test. */
export type InspectionProcess = {
  readonly post: (job: InspectionJob) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once, when the process has ended for whatever reason. */
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

export type InspectorOptions = {
  readonly fork: () => InspectionProcess;
  /** Told when the process ended under a job or answered nonsense; never about the file. */
  readonly log: { readonly warn: (message: string) => void };
  /** For one file, in ms. */
  readonly timeLimit?: number;
  /** How many files may wait; one more is answered with `timeout`. */
  readonly queueLimit?: number;
};

export type InspectionOrder = Omit<InspectionJob['request'], 'acceleration'> & {
  readonly bytes: Uint8Array;
  /** In bytes; upload asks for less than looking does. */
  readonly sizeLimit?: number;
  readonly acceleration?: boolean;
  readonly signal?: AbortSignal;
};

export type Inspector = {
  /**
   * Looks at one file in the inspection process. Never rejects: too large, too slow, cancelled and crashed are
   * answers like a wrong password. `bytes` are copied on their way and stay as they are.
   */
  readonly inspect: (order: InspectionOrder) => Promise<InspectionResult>;
  /** Starts the process ahead of the first file. */
  readonly warmUp: () => void;
  /** Ends the process; files that wait are answered with `cancelled`. */
  readonly dispose: () => void;
};

type Waiting = {
  readonly order: InspectionOrder;
  readonly settle: (result: InspectionResult) => void;
};

type Running = Waiting & { readonly id: number; readonly timer: NodeJS.Timeout };

const defaultTimeLimit = 10_000;
const defaultQueueLimit = 64;

/** Makes the inspector; its process starts with the first file, or with `warmUp`. */
export function createInspector(options: InspectorOptions): Inspector {
  const timeLimit = options.timeLimit ?? defaultTimeLimit;
  const queueLimit = options.queueLimit ?? defaultQueueLimit;
  const queue: Waiting[] = [];
  let child: InspectionProcess | null = null;
  let running: Running | null = null;
  let lastId = 0;
  let disposed = false;

  function start(): InspectionProcess {
    if (child !== null) return child;
    const fresh = options.fork();
    child = fresh;
    fresh.onMessage((message) => {
      if (child === fresh) receive(message);
    });
    fresh.onExit(() => {
      if (child !== fresh) return;
      child = null;
      if (running === null) return;
      options.log.warn('The inspection process ended while it looked at a file.');
      finish(failure('crashed'));
    });
    return fresh;
  }

  /** A process that is not trusted any more is replaced: by the next file, or at once while files wait. */
  function abandon(): void {
    const old = child;
    child = null;
    old?.kill();
  }

  function receive(message: unknown): void {
    const answer = inspectionAnswer.safeParse(message);
    if (!answer.success) {
      if (running === null) return;
      options.log.warn('The inspection process gave an answer that is none.');
      abandon();
      finish(failure('crashed'));
      return;
    }
    if (answer.data.outcome === 'ready' || answer.data.id !== running?.id) return;
    if (answer.data.outcome === 'failed') {
      options.log.warn('The inspection process failed on a file.');
      finish(failure('crashed'));
      return;
    }
    finish(answer.data.result);
  }

  function finish(result: InspectionResult): void {
    const done = running;
    if (done === null) return;
    clearTimeout(done.timer);
    running = null;
    done.settle(result);
    next();
  }

  function stop(kind: InspectionFailureKind): void {
    abandon();
    finish(failure(kind));
    if (!disposed) start();
  }

  function next(): void {
    if (running !== null || disposed) return;
    const waiting = queue.shift();
    if (waiting === undefined) return;
    const { bytes, sizeLimit: _, signal: __, acceleration, ...request } = waiting.order;
    const id = ++lastId;
    const timer = setTimeout(() => stop('timeout'), timeLimit);
    running = { ...waiting, id, timer };
    try {
      start().post({ id, bytes, request: { ...request, acceleration: acceleration ?? true } });
    } catch {
      options.log.warn('The inspection process did not take a file.');
      abandon();
      finish(failure('crashed'));
    }
  }

  function inspect(order: InspectionOrder): Promise<InspectionResult> {
    const { signal } = order;
    const limit = Math.min(order.sizeLimit ?? maxInspectBytes, maxInspectBytes);
    if (order.bytes.length > limit) return Promise.resolve(failure('too-large', String(limit)));
    if (disposed || signal?.aborted === true) return Promise.resolve(failure('cancelled'));
    if (queue.length >= queueLimit) return Promise.resolve(failure('timeout', 'queue'));
    return new Promise((resolve) => {
      const settle = (result: InspectionResult): void => {
        signal?.removeEventListener('abort', cancel);
        resolve(result);
      };
      const waiting: Waiting = { order, settle };
      const cancel = (): void => {
        const place = queue.indexOf(waiting);
        if (place < 0) {
          stop('cancelled');
          return;
        }
        queue.splice(place, 1);
        settle(failure('cancelled'));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      queue.push(waiting);
      next();
    });
  }

  return {
    inspect,
    warmUp: () => {
      if (!disposed) start();
    },
    dispose: () => {
      disposed = true;
      abandon();
      finish(failure('cancelled'));
      for (const waiting of queue.splice(0)) waiting.settle(failure('cancelled'));
    },
  };
}

function failure(kind: InspectionFailureKind, detail: string | null = null): InspectionResult {
  return { opened: false, failure: { kind, format: 'unknown', detail } };
}
