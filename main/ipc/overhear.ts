import type { Payload, Topic } from '../../preload/contract.ts';
import type { Emit } from './connect.ts';

/** Hears some of what main tells the page. */
export type Listener = { [T in Topic]?: (payload: Payload<T>) => void };

/** What main tells the page, for others in main to hear too. */
export type Overheard = {
  emit: Emit;
  /** From now on the listener is told too, after the page. */
  listen: (listener: Listener) => void;
};

/** Lets features in main follow events without knowing who tells them. */
export function overhear(emit: Emit): Overheard {
  const listeners: Listener[] = [];
  return {
    emit: <T extends Topic>(topic: T, payload: Payload<T>) => {
      emit(topic, payload);
      for (const listener of listeners) {
        const hear: ((payload: Payload<T>) => void) | undefined = listener[topic];
        hear?.(payload);
      }
    },
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}
