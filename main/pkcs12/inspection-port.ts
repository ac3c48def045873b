import { inspectFile } from './inspect.ts';
import { inspectionJob } from './inspection-messages.ts';
import { warmUp } from './kdf/repeat.ts';
import type { InspectionAnswer } from './inspection-messages.ts';

/** One end of a message channel to main, whatever kind of process this is. */
export type InspectionPort = {
  readonly post: (answer: InspectionAnswer) => void;
  /** `listener` gets every message that comes. */
  readonly listen: (listener: (message: unknown) => void) => void;
};

/** Answers inspection jobs on the port for as long as the process lives, and says that it is ready. */
export function serveInspections(port: InspectionPort): void {
  port.listen((message) => {
    const job = inspectionJob.safeParse(message);
    // Main is the only one who can send; what is no job of ours has no answer.
    if (!job.success) return;
    const { id, bytes, request } = job.data;
    inspectFile(bytes, request)
      .then((result) => port.post({ outcome: 'done', id, result }))
      .catch(() => port.post({ outcome: 'failed', id }))
      // The copy of the file may hold keys in clear.
      .finally(() => bytes.fill(0));
  });
  warmUp();
  port.post({ outcome: 'ready' });
}
