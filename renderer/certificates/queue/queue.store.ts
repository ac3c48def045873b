import { create } from 'zustand';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Looking } from '../../file-look/looking.ts';

/** One of several files that are to be added. Its password is not here: it stands in its field, and with main. */
export type QueueItem = {
  /** Tells it from the others for as long as the queue is open. */
  key: number;
  name: string;
  /** Bytes. */
  size: number;
  /** Main's name for it; null before main has it. */
  fileId: string | null;
  looking: Looking;
  typeId: string | null;
  /** The person has chosen the type, so what is inside no longer suggests one. */
  isTypeChosen: boolean;
  /** Ids of the warnings that were read. */
  acknowledged: readonly string[];
  /** Why an upload of it did not even begin. */
  problem: AppError | null;
};

/** A file that was not taken, and why, in words. */
export type LeftOut = { name: string; why: string };

/** The files that are to be added, from the drop until the person closes the list. */
export type Queue =
  | { status: 'closed' }
  | {
      status: 'open';
      items: readonly QueueItem[];
      leftOut: readonly LeftOut[];
      /** The one whose inside is shown. */
      selected: number | null;
      /** A password that opens one file is tried on the others. */
      sharesPassword: boolean;
    };

export type OpenQueue = Extract<Queue, { status: 'open' }>;

export const useQueue = create<Queue>(() => ({ status: 'closed' }));

/** The queue as it stands, if it is open. */
export function openQueue(): OpenQueue | null {
  const queue = useQueue.getState();
  return queue.status === 'open' ? queue : null;
}

/** Takes over a part of the open queue. */
export function changeQueue(part: Partial<Omit<OpenQueue, 'status'>>): void {
  const queue = openQueue();
  if (queue !== null) useQueue.setState({ ...queue, ...part }, true);
}

/** One file of the queue; null once it is gone. */
export function itemOf(key: number): QueueItem | null {
  return openQueue()?.items.find((item) => item.key === key) ?? null;
}

/** Takes over what has changed of one file. */
export function changeItem(key: number, part: Partial<Omit<QueueItem, 'key'>>): void {
  const queue = openQueue();
  if (queue === null) return;
  const items = queue.items.map((item) => (item.key === key ? { ...item, ...part } : item));
  changeQueue({ items });
}

/** Shows what is inside another one. */
export function selectItem(key: number): void {
  changeQueue({ selected: key });
}

/** Whether a password that opens one file is tried on the others. */
export function sharePassword(sharesPassword: boolean): void {
  changeQueue({ sharesPassword });
}

/** Ticks or unticks a warning of one file as read. */
export function acknowledgeIn(key: number, id: string, isRead: boolean): void {
  const item = itemOf(key);
  if (item === null) return;
  const others = item.acknowledged.filter((known) => known !== id);
  changeItem(key, { acknowledged: isRead ? [...others, id] : others });
}
