import { z } from 'zod';
import type { CommandState } from '../../../preload/contract/devices.ts';
import { page } from '../wire/page.ts';
import { optionalCount, wireId } from '../wire/text.ts';

const rejected = page(z.object({ id: wireId }));

/**
 * The result of an action (portal-api.md 1 and 2): a number, or in newer revisions the list page of the devices that
 * were rejected, empty when all were accepted.
 */
export const actionResult = z.union([
  z.number().transform((flag) => ({ kind: 'flag' as const, flag })),
  rejected.transform(({ items, size, total }) => ({
    kind: 'rejected' as const,
    ids: new Set(items.map(({ id }) => id)),
    isWhole: items.length === size && (optionalCount.parse(total) ?? size) <= size,
  })),
]);
export type ActionResult = z.output<typeof actionResult>;

/**
 * What the result says of one of the devices that the action was for. Accepted is queued, never done. What the
 * number means for several devices is not documented beyond 0 and 1; a count of all of them leaves no doubt either.
 *
 * @param of how many devices the action was for
 */
export function stateAfter(result: ActionResult, deviceId: string, of: number): CommandState {
  if (result.kind === 'rejected') {
    if (result.ids.has(deviceId)) return 'failed';
    return result.isWhole ? 'queued' : 'unknown';
  }
  if (result.flag === 1 || result.flag === of) return 'queued';
  return result.flag === 0 || of === 1 ? 'failed' : 'unknown';
}
