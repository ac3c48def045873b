import type { z } from 'zod';
import { calls } from '../../preload/contract.ts';
import type { CallName, Handlers, Output } from '../../preload/contract.ts';
import type { AppError, Result } from '../../preload/contract/errors.ts';
import { isWithinBudget } from './budget.ts';

type Inputs = { [N in CallName]: z.output<(typeof calls)[N]['input']> };
/** The contract seen as pairs of schemas, so that name, input and output stay together for the compiler. */
type Schemas = { [N in CallName]: { input: z.ZodType<Inputs[N]>; output: z.ZodType<Output<N>> } };
const schemas: Schemas = calls;

/** What the dispatcher needs to know of its world. */
export type DispatchOptions = {
  handlers: Handlers;
  /** Told of every call that is fit to run; its handler runs when this resolves. */
  called?: (name: CallName) => Promise<void>;
  /** Takes one call from the page's allowance; false when it is used up. */
  take: () => boolean;
  /** Turns whatever a handler threw into a value of the contract, and logs what is a bug. */
  toError: (cause: unknown, call: CallName) => AppError;
};

export type Dispatch = (name: unknown, input: unknown) => Promise<Result<unknown>>;

const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(calls, name);

const refusal = (code: AppError['code']): Result<never> => ({ ok: false, error: { code } });

/**
 * The one way from the page into main: allowance, known name, input schema, handler, output schema, `Result`.
 * Who is asking has been checked before (main/ipc/connect.ts). Never throws.
 */
export function createDispatch({ handlers, called, take, toError }: DispatchOptions): Dispatch {
  async function run<N extends CallName>(name: N, raw: unknown): Promise<Result<Output<N>>> {
    const { input, output } = schemas[name];
    const parsed = input.safeParse(raw);
    if (!parsed.success) return refusal('invalid-input');
    try {
      await called?.(name);
      const value = await handlers[name](parsed.data);
      return { ok: true, value: output.parse(value) };
    } catch (cause) {
      return { ok: false, error: toError(cause, name) };
    }
  }

  return async (name, input) => {
    if (!take()) return refusal('busy');
    if (!isCallName(name) || !isWithinBudget(input)) return refusal('invalid-input');
    return run(name, input);
  };
}
