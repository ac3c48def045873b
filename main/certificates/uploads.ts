import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../preload/contract.ts';
import type { Upload } from '../../preload/contract/certificates.ts';
import type { Certificates } from './certificates.ts';
import { typeOf } from './certificates.ts';
import { passForUpload, thumbprintOf } from './fit-for-upload.ts';
import type { Clock } from '../clock.ts';
import { toAppError } from '../errors.ts';
import { failure, isFailure } from '../failure.ts';
import type { Held, HeldFiles } from '../files/files.ts';
import type { Emit } from '../ipc/connect.ts';
import type { Log } from '../log.ts';
import { askAfter, isAnswerLost } from '../lost-answer.ts';
import type { Portal } from '../portal/portal.ts';
import type { CurrentSession } from '../session/signed-in.ts';

export type UploadsOptions = {
  session: CurrentSession;
  certificates: Certificates;
  files: HeldFiles;
  clock: Clock;
  emit: Emit;
  log: Log;
};

export type Uploads = {
  handlers: Pick<
    Handlers,
    'certificates.upload' | 'certificates.cancelUpload' | 'certificates.dismissUpload'
  >;
  /** Every upload that the person has not put away, for the snapshot. */
  all: () => Upload[];
  forget: () => void;
};

type Job = { upload: Upload; controller: AbortController };
type UploadInput = Parameters<Handlers['certificates.upload']>[0];

const maxJobs = 64;
const isUnderWay = ({ upload: { state } }: Job): boolean =>
  state === 'waiting' || state === 'sending' || state === 'checking';

/** What is needed to tell whether a certificate has arrived. */
type Trace = { thumbprint: string | null; typeId: string; known: Set<string> };

async function find(portal: Portal, trace: Trace): Promise<string | null> {
  const list = await portal.certificates([]);
  const found = list.find(
    (one) =>
      one.thumbprintSha256 === trace.thumbprint &&
      one.typeId === trace.typeId &&
      !trace.known.has(one.id),
  );
  return found?.id ?? null;
}

/**
 * Uploads live here and not in the page: a reload, a crash or a closed dialog does not touch them. They go up one
 * by one, in the order in which they were asked for.
 */
export function createUploads(options: UploadsOptions): Uploads {
  const { session, certificates, files, clock, emit, log } = options;
  const jobs = new Map<string, Job>();
  const starting = new Set<string>();
  let line = Promise.resolve();

  function tell(job: Job, change: Partial<Upload>): void {
    job.upload = { ...job.upload, ...change };
    if (jobs.has(job.upload.id)) emit('upload.changed', job.upload);
  }

  function finish(job: Job, certificateId: string, repushed: number | null): void {
    const sentBytes = job.upload.totalBytes;
    tell(job, { state: 'done', certificateId, repushed, sentBytes });
    files.close(job.upload.fileId);
    certificates.list(true).catch((cause: unknown) => log.warn('list after upload', { cause }));
  }

  async function afterLoss(job: Job, portal: Portal, trace: Trace, lost: unknown): Promise<void> {
    tell(job, { state: 'checking' });
    const id = await askAfter(clock, () => find(portal, trace));
    if (id !== null) finish(job, id, null);
    else if (isFailure(lost, 'cancelled')) tell(job, { state: 'cancelled' });
    else tell(job, { state: 'failed', error: toAppError(lost, 'upload', log) });
  }

  /** Has its turn when all before it have come to their end, whichever. */
  async function wait(job: Job, held: Held, input: UploadInput, trace: Trace): Promise<void> {
    // A certificate that came up meanwhile is not this one, even if it is the same.
    for (const { upload } of jobs.values())
      if (upload.certificateId !== null) trace.known.add(upload.certificateId);
    if (job.upload.state === 'cancelled' || !jobs.has(job.upload.id)) return;
    tell(job, { state: 'sending' });
    await run(job, held, input, trace);
  }

  async function run(job: Job, held: Held, input: UploadInput, trace: Trace): Promise<void> {
    const { portal, signal } = session.require();
    try {
      const { id, repushed } = await portal.uploadCertificate({
        typeId: input.typeId,
        bytes: held.bytes,
        fileName: held.name,
        password: held.password ?? '',
        ...(input.description === undefined ? {} : { description: input.description }),
        idempotencyKey: job.upload.id,
        signal: AbortSignal.any([job.controller.signal, signal]),
        onSent: (sent, total) => tell(job, { sentBytes: sent, totalBytes: total }),
      });
      finish(job, id, repushed);
    } catch (cause) {
      if (!isAnswerLost(cause) && !isFailure(cause, 'cancelled')) throw cause;
      if (signal.aborted) throw failure('signed-out');
      await afterLoss(job, portal, trace, cause);
    }
  }

  /** A file goes up once at a time: from the moment it is asked for, not only once its job is there. */
  async function startOnce(input: UploadInput): Promise<Upload> {
    const { fileId } = input;
    const isBusy = [...jobs.values()].some(
      (job) => job.upload.fileId === fileId && isUnderWay(job),
    );
    if (isBusy || starting.has(fileId)) throw failure('busy', { reason: 'uploading' });
    starting.add(fileId);
    try {
      return await start(input);
    } finally {
      starting.delete(fileId);
    }
  }

  async function start(input: UploadInput): Promise<Upload> {
    const held = files.get(input.fileId);
    const list = await certificates.fresh();
    const type = typeOf(list.types, input.typeId);
    const limit = certificates.maxFileBytes();
    const inspection = await passForUpload(files, held, type, input.acknowledged, limit);
    const trace = {
      thumbprint: thumbprintOf(inspection),
      typeId: type.id,
      known: new Set(list.certificates.map((one) => one.id)),
    };
    const job: Job = {
      controller: new AbortController(),
      upload: {
        id: randomUUID(),
        fileId: held.id,
        isQueued: held.isQueued,
        fileName: held.name,
        typeId: type.id,
        state: [...jobs.values()].some(isUnderWay) ? 'waiting' : 'sending',
        sentBytes: 0,
        totalBytes: held.bytes.length,
        certificateId: null,
        repushed: null,
        error: null,
      },
    };
    makeRoom();
    jobs.set(job.upload.id, job);
    tell(job, {});
    line = line
      .then(() => wait(job, held, input, trace))
      .catch((cause: unknown) =>
        tell(job, { state: 'failed', error: toAppError(cause, 'upload', log) }),
      );
    return job.upload;
  }

  function makeRoom(): void {
    if (jobs.size < maxJobs) return;
    const oldest = [...jobs.values()].find((job) => !isUnderWay(job));
    if (oldest === undefined) throw failure('busy', { reason: 'uploads' });
    jobs.delete(oldest.upload.id);
  }

  return {
    all: () => [...jobs.values()].map(({ upload }) => upload),
    forget: () => {
      for (const job of jobs.values()) job.controller.abort();
      jobs.clear();
    },
    handlers: {
      'certificates.upload': startOnce,
      'certificates.cancelUpload': ({ uploadId }) => {
        const job = jobs.get(uploadId);
        job?.controller.abort();
        if (job?.upload.state === 'waiting') tell(job, { state: 'cancelled' });
        return undefined;
      },
      'certificates.dismissUpload': ({ uploadId }) => {
        const job = jobs.get(uploadId);
        if (job !== undefined && !isUnderWay(job)) jobs.delete(uploadId);
        return undefined;
      },
    },
  };
}
