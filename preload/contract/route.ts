import { z } from 'zod';
import { portalId } from './text.ts';

/** A place in the app that main can lead the page to, from a notification above all. */
export const route = z.discriminatedUnion('page', [
  z.strictObject({ page: z.literal('devices'), deviceId: portalId.nullable() }),
  z.strictObject({ page: z.literal('certificates'), certificateId: portalId.nullable() }),
  z.strictObject({ page: z.literal('activity') }),
]);
export type Route = z.infer<typeof route>;
