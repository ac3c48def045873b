import { closeAdd, isSendingAdded, tellToWait } from '../add/add.store.ts';
import { addToQueue } from './queue.ts';

/** Puts several files into the queue. Add Certificate makes room for it, unless it is sending its own file. */
export function addSeveral(files: readonly File[], folders: readonly string[] = []): void {
  if (isSendingAdded()) {
    tellToWait(files[0]?.name ?? '');
    return;
  }
  closeAdd();
  addToQueue(files, folders);
}
