import type { CallName, Input, Output, Payload, PortalBridge, Topic } from '../preload/contract.ts';
import type { Result } from '../preload/contract/errors.ts';
import { watchCall } from './slow-calls.ts';

declare global {
  interface Window {
    readonly portal: PortalBridge;
  }
}

/**
 * Asks main. Answers with a `Result` in every case: a border that breaks is an error like any other.
 */
export async function call<N extends CallName>(
  name: N,
  input: Input<N>,
): Promise<Result<Output<N>>> {
  const over = watchCall(name);
  try {
    return await window.portal.call(name, input);
  } catch {
    return { ok: false, error: { code: 'internal' } };
  } finally {
    over();
  }
}

/** Listens to what main tells unasked; the function that comes back stops it. */
export function on<T extends Topic>(topic: T, listener: (payload: Payload<T>) => void): () => void {
  return window.portal.on(topic, listener);
}
