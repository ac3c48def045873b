import { events } from '../../preload/contract.ts';
import type { Payload, Topic } from '../../preload/contract.ts';
import type { Emit } from '../../main/ipc/connect.ts';

/** What main would have told the page, each payload held against the contract. */
export type Told = {
  emit: Emit;
  of: <T extends Topic>(topic: T) => Payload<T>[];
};

const schemas: { [T in Topic]: { parse: (payload: unknown) => Payload<T> } } = events;

/** An emit that remembers. */
export function createTold(): Told {
  const all: { topic: Topic; payload: unknown }[] = [];
  return {
    emit: (topic, payload) => {
      all.push({ topic, payload: schemas[topic].parse(payload) });
    },
    of: (topic) =>
      all.filter((one) => one.topic === topic).map((one) => schemas[topic].parse(one.payload)),
  };
}
