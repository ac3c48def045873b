import { inspectionAnswer } from '../pkcs12/inspection-messages.ts';
import type {
  InspectionFailure,
  InspectionFailureKind,
} from '../../preload/contract/inspection.ts';
import type { FinalAnswer, InspectionJob, InspectionWork } from '../pkcs12/inspection-messages.ts';

/** The process that opens files, whatever kind it is: Electron's utility process, or Node's in a test. */
export type InspectionProcess = {
  readonly post: (job: InspectionJob) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once, when the process has ended for whatever reason. */
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

export type InspectionQueueOptions = {
  readonly fork: () => InspectionProcess;
  /** Told when the process ended under a job or answered nonsense; never about the file. */
  readonly log: { readonly warn: (message: string) => void };
  /** For looking at one file, in ms; a strong copy, made of half a million rounds thrice, gets three times that. */
  readonly timeLimit?: number;
  /** How many files may wait; one more is answered with `timeout`. */
  readonly queueLimit?: number;
};

export type InspectionQueue = {
  /** Has one file worked on, after those before it. Never rejects; a cancelled one is refused as `cancelled`. */
  readonly run: (work: InspectionWork, signal: AbortSignal | undefined) => Promise<FinalAnswer>;
  readonly warmUp: () => void;
  readonly dispose: () => void;
};

type Waiting = {
  readonly work: InspectionWork;
  readonly settle: (answer: FinalAnswer) => void;
};

type Running = Waiting & { readonly id: number; timer: NodeJS.Timeout };

const defaultTimeLimit = 10_000;
/** For the process to start, in ms: a file's own time begins when it has. */
const startLimit = 20_000;
const defaultQueueLimit = 64;

/** One process, one file at a time, the others in a queue; a process that fails is replaced. */
export function createInspectionQueue(options: InspectionQueueOptions): InspectionQueue {
  const timeLimit = options.timeLimit ?? defaultTimeLimit;
  const queueLimit = options.queueLimit ?? defaultQueueLimit;
  const queue: Waiting[] = [];
  let child: InspectionProcess | null = null;
  let running: Running | null = null;
  let lastId = 0;
  let disposed = false;
  let ready = false;

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
      ready = false;
      if (running === null) return;
      options.log.warn('The inspection process ended while it looked at a file.');
      finish(refused('crashed'));
    });
    return fresh;
  }

  /** A process that is not trusted any more is replaced by the next file's. */
  function abandon(): void {
    const old = child;
    child = null;
    ready = false;
    old?.kill();
  }

  function receive(message: unknown): void {
    const answer = inspectionAnswer.safeParse(message);
    if (!answer.success) {
      if (running === null) return;
      options.log.warn('The inspection process gave an answer that is none.');
      abandon();
      finish(refused('crashed'));
      return;
    }
    if (answer.data.outcome === 'ready') {
      ready = true;
      if (running === null) return;
      clearTimeout(running.timer);
      running.timer = timerFor(running.work);
      return;
    }
    if (answer.data.id !== running?.id) return;
    if (answer.data.outcome === 'failed') {
      options.log.warn('The inspection process failed on a file.');
      finish(refused('crashed'));
      return;
    }
    finish(answer.data);
  }

  function finish(answer: FinalAnswer): void {
    const done = running;
    if (done === null) return;
    clearTimeout(done.timer);
    running = null;
    done.settle(answer);
    next();
  }

  function stop(kind: InspectionFailureKind): void {
    abandon();
    finish(refused(kind));
    if (!disposed) start();
  }

  function timerFor(work: InspectionWork): NodeJS.Timeout {
    const limit = timeLimit * (work.kind === 'strengthen' ? 3 : 1);
    return setTimeout(() => stop('timeout'), ready ? limit : limit + startLimit);
  }

  function next(): void {
    if (running !== null || disposed) return;
    const waiting = queue.shift();
    if (waiting === undefined) return;
    const id = ++lastId;
    running = { ...waiting, id, timer: timerFor(waiting.work) };
    try {
      start().post({ id, work: waiting.work });
    } catch {
      options.log.warn('The inspection process did not take a file.');
      abandon();
      finish(refused('crashed'));
    }
  }

  function run(work: InspectionWork, signal: AbortSignal | undefined): Promise<FinalAnswer> {
    if (disposed || signal?.aborted === true) return Promise.resolve(refused('cancelled'));
    if (queue.length >= queueLimit) return Promise.resolve(refused('timeout', 'queue'));
    return new Promise((resolve) => {
      const settle = (answer: FinalAnswer): void => {
        signal?.removeEventListener('abort', cancel);
        resolve(answer);
      };
      const waiting: Waiting = { work, settle };
      const cancel = (): void => {
        const place = queue.indexOf(waiting);
        if (place < 0) {
          stop('cancelled');
          return;
        }
        queue.splice(place, 1);
        settle(refused('cancelled'));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      queue.push(waiting);
      next();
    });
  }

  return {
    run,
    warmUp: () => {
      if (!disposed) start();
    },
    dispose: () => {
      disposed = true;
      abandon();
      finish(refused('cancelled'));
      for (const waiting of queue.splice(0)) waiting.settle(refused('cancelled'));
    },
  };
}

/** A refusal that main itself gives, without the process. */
export function refused(kind: InspectionFailureKind, detail: string | null = null): FinalAnswer {
  const failure: InspectionFailure = { kind, format: 'unknown', detail };
  return { outcome: 'refused', id: 0, failure };
}
