import { randomUUID } from 'node:crypto';
import type { ActivityEntry } from '../../preload/contract/activity.ts';

/** An entry of the personal log: a lock that is done, but for what the test says. */
export function sampleEntry(change: Partial<ActivityEntry> = {}): ActivityEntry {
  const at = change.at ?? Date.UTC(2026, 10, 22, 12, 4);
  return {
    id: randomUUID(),
    at,
    action: 'lock',
    subjects: ['Ines’s iPhone'],
    count: 1,
    state: 'done',
    endedAt: at + 41_000,
    done: 1,
    error: null,
    portalCode: null,
    note: null,
    repushed: null,
    ...change,
  };
}
