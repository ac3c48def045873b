import { z } from 'zod';
import { inspectionFailure, inspectionResult, purpose } from '../../preload/contract/inspection.ts';
import { certificateFormat, containerForm } from '../../preload/contract/saved-files.ts';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const password = z.string().max(1024);
const id = z.number().int().nonnegative();

/** What can be done with a file in the inspection process. */
export const inspectionWork = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('inspect'),
    bytes,
    request: z.strictObject({
      password: password.nullable(),
      purpose,
      email: z.string().max(512).nullable(),
      now: z.number(),
      knownFingerprints: z.array(z.string().max(128)).max(10_000),
      accept: z.enum(['pkcs12', 'any']),
      acceleration: z.boolean(),
    }),
  }),
  z.strictObject({
    kind: z.literal('strengthen'),
    bytes,
    request: z.strictObject({
      password: password.nullable(),
      newPassword: password,
      form: containerForm,
      keyIndex: z.number().int().nonnegative().nullable(),
      orderChain: z.boolean(),
      acceleration: z.boolean(),
    }),
  }),
  z.strictObject({
    kind: z.literal('export'),
    bytes,
    request: z.strictObject({
      password: password.nullable(),
      index: z.number().int().nonnegative(),
      format: certificateFormat,
      acceleration: z.boolean(),
    }),
  }),
]);
export type InspectionWork = z.infer<typeof inspectionWork>;

/** What main asks the inspection process for. One at a time. */
export const inspectionJob = z.strictObject({ id, work: inspectionWork });
export type InspectionJob = z.infer<typeof inspectionJob>;

const inspected = z.strictObject({ outcome: z.literal('inspected'), id, result: inspectionResult });
const written = z.strictObject({ outcome: z.literal('written'), id, bytes });
const refusal = z.strictObject({ outcome: z.literal('refused'), id, failure: inspectionFailure });

/** What it answers; `failed` is a bug in it, and says no more than that. */
export const inspectionAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('ready') }),
  z.strictObject({ outcome: z.literal('failed'), id }),
  inspected,
  written,
  refusal,
]);
export type InspectionAnswer = z.infer<typeof inspectionAnswer>;

/** The answers that end a job. */
export type FinalAnswer =
  | z.infer<typeof inspected>
  | z.infer<typeof written>
  | z.infer<typeof refusal>;
