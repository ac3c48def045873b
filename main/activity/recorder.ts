import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { CallName, Handlers, Output, calls } from '../../preload/contract.ts';
import { expectedError } from '../errors.ts';
import type { Journal, KeptEntry } from './journal.ts';
import { doneAt, failedAt } from './outcome.ts';
import { stories } from './stories.ts';
import type { Begun, Ended, Names, Story } from './stories.ts';

export type RecorderOptions = {
  names: Names;
  /** Epoch ms. */
  now: () => number;
  /** The journal of whoever is signed in; null while nobody is. */
  journal: () => Journal | null;
  /** The journal for a call that failed before anybody was signed in, where there is one already. */
  journalOfTry: (name: CallName, input: unknown) => Journal | null;
  /** An entry has been made. `upload` is the id of the upload that goes on after it. */
  added: (journal: Journal, entry: KeptEntry, upload: string | null) => void;
};

type In<N extends CallName> = z.output<(typeof calls)[N]['input']>;

const maxSubjects = 20;

function entryOf(begun: Begun, at: number, outcome: Ended): KeptEntry {
  const { subjects = begun.subjects, ...rest } = outcome;
  const { action, count = 1 } = begun;
  const known = subjects.filter((name) => name !== undefined).slice(0, maxSubjects);
  return { id: randomUUID(), at, action, subjects: known, count, ...rest };
}

/**
 * The one place where what a person does is written down: every handler that has a story gets a witness. An entry is
 * made when its call has ended, with how it ended; a call that did nothing leaves none.
 */
export function recordCalls(handlers: Handlers, options: RecorderOptions): Handlers {
  const { names, now, journal, journalOfTry, added } = options;
  function witnessed<N extends CallName>(name: N, handler: Handlers[N]) {
    const story: Story<N> | undefined = stories[name];
    if (story === undefined) return handler;

    const ask = async (input: In<N>): Promise<Output<N>> => handler(input);
    return (input: In<N>): Promise<Output<N>> => {
      const at = now();
      const before = journal();
      const begun = story.begin(input, names);
      return ask(input).then(
        (output) => {
          const end = now();
          const outcome =
            story.end === undefined ? doneAt(end, begun.count) : story.end(output, end, input);
          tell(before ?? journal(), begun, at, outcome, story.upload?.(output) ?? null);
          return output;
        },
        (cause: unknown) => {
          const outcome = failedAt(now(), expectedError(cause) ?? { code: 'internal' });
          tell(before ?? journalOfTry(name, input), begun, at, outcome, null);
          throw cause;
        },
      );
    };
  }

  function tell(
    target: Journal | null,
    begun: Begun,
    at: number,
    outcome: Ended | null,
    upload: string | null,
  ): void {
    if (target === null || outcome === null) return;
    const entry = entryOf(begun, at, outcome);
    target.add(entry);
    added(target, entry, upload);
  }

  const isCall = (name: string): name is CallName => Object.hasOwn(handlers, name);
  return Object.keys(stories)
    .filter(isCall)
    .reduce((all, name) => ({ ...all, [name]: witnessed(name, all[name]) }), handlers);
}
