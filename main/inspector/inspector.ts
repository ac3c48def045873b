import { maxInspectBytes } from '../../preload/contract/certificates.ts';
import { createInspectionQueue, refused } from './inspection-queue.ts';
import type { InspectionFailure, InspectionResult } from '../../preload/contract/inspection.ts';
import type { InspectionQueueOptions } from './inspection-queue.ts';
import type { FinalAnswer, InspectionWork } from '../pkcs12/inspection-messages.ts';

type RequestOf<K extends InspectionWork['kind']> = Extract<InspectionWork, { kind: K }>['request'];

/** What all work on a file has in common. */
type Order = {
  readonly bytes: Uint8Array;
  /** In bytes; upload asks for less than looking does. */
  readonly sizeLimit?: number;
  readonly acceleration?: boolean;
  readonly signal?: AbortSignal;
};

export type InspectionOrder = Omit<RequestOf<'inspect'>, 'acceleration'> & Order;
export type StrengthenOrder = Omit<RequestOf<'strengthen'>, 'acceleration'> & Order;
export type ExportOrder = Omit<RequestOf<'export'>, 'acceleration'> & Order;

/** What is to be saved as bytes, or why there is none. */
export type WrittenResult =
  | { readonly written: true; readonly bytes: Uint8Array }
  | { readonly written: false; readonly failure: InspectionFailure };

export type Inspector = {
  /**
   * Looks at one file in the inspection process. Never rejects: too large, too slow, cancelled and crashed are
   * answers like a wrong password. `bytes` are copied on their way and stay as they are.
   */
  readonly inspect: (order: InspectionOrder) => Promise<InspectionResult>;
  /** Writes a strong copy of a file in the inspection process; see `pkcs12/strengthen.ts`. Never rejects. */
  readonly strengthen: (order: StrengthenOrder) => Promise<WrittenResult>;
  /** One certificate of a file as PEM or DER, byte for byte as it is in there, read again in the inspection process. Never rejects. */
  readonly exportCertificate: (order: ExportOrder) => Promise<WrittenResult>;
  /** Starts the process ahead of the first file. */
  readonly warmUp: () => void;
  /** Ends the process; files that wait are answered with `cancelled`. */
  readonly dispose: () => void;
};

/** Makes the inspector; its process starts with the first file, or with `warmUp`. */
export function createInspector(options: InspectionQueueOptions): Inspector {
  const queue = createInspectionQueue(options);

  async function run(order: Order, work: InspectionWork): Promise<FinalAnswer> {
    const limit = Math.min(order.sizeLimit ?? maxInspectBytes, maxInspectBytes);
    if (order.bytes.length > limit) return refused('too-large', String(limit));
    return queue.run(work, order.signal);
  }

  return {
    inspect: async (order) => {
      const { bytes, sizeLimit: _, signal: __, acceleration = true, ...request } = order;
      const work = { kind: 'inspect', bytes, request: { ...request, acceleration } } as const;
      const answer = await run(order, work);
      return answer.outcome === 'inspected'
        ? answer.result
        : { opened: false, failure: failureOf(answer) };
    },
    strengthen: async (order) => {
      const { bytes, sizeLimit: _, signal: __, acceleration = true, ...request } = order;
      const work = { kind: 'strengthen', bytes, request: { ...request, acceleration } } as const;
      return writtenResult(await run(order, work));
    },
    exportCertificate: async (order) => {
      const { bytes, sizeLimit: _, signal: __, acceleration = true, ...request } = order;
      const work = { kind: 'export', bytes, request: { ...request, acceleration } } as const;
      return writtenResult(await run(order, work));
    },
    warmUp: queue.warmUp,
    dispose: queue.dispose,
  };
}

function writtenResult(answer: FinalAnswer): WrittenResult {
  return answer.outcome === 'written'
    ? { written: true, bytes: answer.bytes }
    : { written: false, failure: failureOf(answer) };
}

/** An answer to another question than the one that was asked comes from a process that is not well. */
function failureOf(answer: FinalAnswer): InspectionFailure {
  if (answer.outcome === 'refused') return answer.failure;
  return { kind: 'crashed', format: 'unknown', detail: null };
}
