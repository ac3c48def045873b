import { z } from 'zod';
import type { Command, CommandState, CommandType } from '../../../preload/contract/devices.ts';
import { flag, optionalText, optionalTime, token, wireId } from './text.ts';

const types: Record<string, CommandType> = {
  LOCK: 'lock',
  UNLOCK: 'unlock',
  WIPE: 'wipe',
  RETIRE: 'retire',
  FORCE_CHECKIN: 'force-check-in',
  LOST_MODE: 'lost-mode',
};

const states: Record<string, CommandState> = {
  QUEUED: 'queued',
  SENT: 'sent',
  NOT_NOW: 'device-busy',
  ACKNOWLEDGED: 'done',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
};

/** States after which nothing more happens to a command. `unknown` is not one: it may still move. */
export const isFinal = (state: CommandState): boolean =>
  ['done', 'failed', 'cancelled', 'expired'].includes(state);

const lookUp = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** A command (portal-api.md 7.4) in the contract's words; without a time of request it is not one. */
export const wireCommand: z.ZodType<Command> = z
  .object({
    id: wireId,
    deviceId: wireId,
    type: token,
    state: token,
    requestedAt: optionalTime,
    requestedBy: token,
    sentAt: optionalTime,
    completedAt: optionalTime,
    errorCode: optionalText(),
    cancellable: flag,
    message: optionalText(4096),
  })
  .transform((command, context): Command => {
    const requestedAt = command.requestedAt ?? command.sentAt ?? command.completedAt;
    if (requestedAt === null) {
      context.addIssue({ code: 'custom', message: 'requestedAt' });
      return z.NEVER;
    }
    return {
      ...command,
      requestedAt,
      type: lookUp(types, command.type) ?? 'other',
      state: lookUp(states, command.state) ?? 'unknown',
      requestedBy:
        command.requestedBy === 'SELF'
          ? 'self'
          : command.requestedBy === 'ADMIN'
            ? 'admin'
            : 'unknown',
    };
  });
