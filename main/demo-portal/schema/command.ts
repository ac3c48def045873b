import { z } from 'zod';
import { epoch, id } from './envelope.ts';

const commandType = z.enum([
  'LOCK',
  'UNLOCK',
  'WIPE',
  'RETIRE',
  'FORCE_CHECKIN',
  'SEND_MESSAGE',
  'INSTALL_PROFILE',
]);
export type CommandType = z.infer<typeof commandType>;

/** The stations of a command; the last four are final. */
export const commandState = z.enum([
  'QUEUED',
  'SENT',
  'NOT_NOW',
  'ACKNOWLEDGED',
  'FAILED',
  'CANCELLED',
  'EXPIRED',
]);

/** A command as it is told (portal-api.md 7.4). */
export const command = z.object({
  id,
  deviceId: id,
  type: commandType.describe('SEND_MESSAGE and INSTALL_PROFILE come from administrators only.'),
  state: commandState,
  requestedAt: epoch,
  requestedBy: z.enum(['SELF', 'ADMIN']),
  sentAt: epoch.nullable(),
  completedAt: epoch.nullable(),
  errorCode: z
    .string()
    .nullable()
    .describe('A code of section 7.7, or the device’s own: DeviceRefused, PasscodeTokenMissing.'),
  cancellable: z.boolean().describe('With `wipeCancel` and `retireCancel`.'),
  message: z.string().nullable().describe('Extension: the text that was sent along, if any.'),
});
export type Command = z.infer<typeof command>;
