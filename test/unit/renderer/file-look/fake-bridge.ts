import type { CallName, Input, Output } from '../../../../preload/contract.ts';
import type { Call } from '../../../../renderer/file-look/looking.ts';

type Answers = { [N in CallName]?: (input: Input<N>) => Promise<Output<N>> };

/** A main made of the answers that a test gives it; a call that has none breaks the test. */
export function fakeBridge(answers: Answers): Call {
  return async <N extends CallName>(name: N, input: Input<N>) => {
    const answer: Answers[N] = answers[name];
    if (answer === undefined) throw new Error(`not expected: ${name}`);
    return { ok: true as const, value: await answer(input) };
  };
}
