import { Pkcs12Error } from './errors.ts';
import { exportCertificate } from './export-certificate.ts';
import { inspectFile } from './inspect.ts';
import { inspectionJob } from './inspection-messages.ts';
import { formatOf } from './format.ts';
import { warmUp } from './kdf/repeat.ts';
import { strengthenFile } from './strengthen.ts';
import { strengths } from './strengths.ts';
import type { InspectionAnswer, InspectionJob, InspectionWork } from './inspection-messages.ts';

/** One end of a message channel to main, whatever kind of process this is. */
export type InspectionPort = {
  readonly post: (answer: InspectionAnswer) => void;
  /** `listener` gets every message that comes. */
  readonly listen: (listener: (message: unknown) => void) => void;
};

/** Answers jobs on the port for as long as the process lives, and says when it is ready. */
export function serveInspections(port: InspectionPort): void {
  port.listen((message) => {
    const job = inspectionJob.safeParse(message);
    // Main is the only one who can send; what is no job of ours has no answer.
    if (!job.success) return;
    void serve(job.data, port);
  });
  warmUp();
  port.post({ outcome: 'ready' });
}

async function serve(job: InspectionJob, port: InspectionPort): Promise<void> {
  let answer: InspectionAnswer = { outcome: 'failed', id: job.id };
  try {
    answer = await answerTo(job);
  } catch {
    // A bug, not the file's fault: `failed` says so, and main replaces nothing but the answer.
  }
  // The copy of the file may hold keys in clear.
  job.work.bytes.fill(0);
  port.post(answer);
}

async function answerTo({ id, work }: InspectionJob): Promise<InspectionAnswer> {
  if (work.kind === 'inspect') {
    return { outcome: 'inspected', id, result: await inspectFile(work.bytes, work.request) };
  }
  try {
    return { outcome: 'written', id, bytes: await written(work) };
  } catch (error) {
    if (!(error instanceof Pkcs12Error)) throw error;
    const { kind, detail } = error;
    return { outcome: 'refused', id, failure: { kind, format: formatOf(work.bytes), detail } };
  }
}

async function written(work: Exclude<InspectionWork, { kind: 'inspect' }>): Promise<Uint8Array> {
  if (work.kind === 'export') return exportCertificate(work.bytes, work.request);
  const { form, ...request } = work.request;
  return strengthenFile(work.bytes, { ...request, strength: strengths[form] });
}
