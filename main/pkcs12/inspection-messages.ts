import { z } from 'zod';
import { inspectionResult, purpose } from '../../preload/contract/inspection.ts';

/** What main asks the inspection process for. One at a time. */
export const inspectionJob = z.strictObject({
  id: z.number().int().nonnegative(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  request: z.strictObject({
    password: z.string().max(1024).nullable(),
    purpose,
    email: z.string().max(512).nullable(),
    now: z.number(),
    knownFingerprints: z.array(z.string().max(128)).max(10_000),
    accept: z.enum(['pkcs12', 'any']),
    acceleration: z.boolean(),
  }),
});
export type InspectionJob = z.infer<typeof inspectionJob>;

/** What it answers; `failed` is a bug in the inspector, and the file's fault or not it says no more than that. */
export const inspectionAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('ready') }),
  z.strictObject({ outcome: z.literal('done'), id: z.number().int(), result: inspectionResult }),
  z.strictObject({ outcome: z.literal('failed'), id: z.number().int() }),
]);
export type InspectionAnswer = z.infer<typeof inspectionAnswer>;
