import { randomUUID } from 'node:crypto';
import type { Notice } from '../preload/contract/app.ts';
import type { Emit } from './ipc/connect.ts';

/** What happened outside a call and that the person should know, until they have put it away. */
export type Notices = {
  /** Says it once: a notice of the same kind that still stands is not repeated. */
  raise: (kind: Notice['kind'], detail?: string) => void;
  dismiss: (id: string) => void;
  all: () => Notice[];
};

/** An empty board. Notices raised before the page is there reach it with the snapshot. */
export function createNotices(emit: Emit): Notices {
  const standing = new Map<string, Notice>();
  return {
    raise: (kind, detail) => {
      if ([...standing.values()].some((notice) => notice.kind === kind)) return;
      const notice: Notice = { id: randomUUID(), kind, detail: detail ?? null };
      standing.set(notice.id, notice);
      emit('notice.raised', notice);
    },
    dismiss: (id) => {
      standing.delete(id);
    },
    all: () => [...standing.values()],
  };
}
