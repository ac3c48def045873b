import { create } from 'zustand';
import type { CallName } from '../preload/contract.ts';

/** After so long a person wants to know that something is still going on, in ms (security.md 6). */
const patience = 3000;
/** Calls that a portal answers; the others are main's own, or wait for the person. */
const asksPortal =
  /^(?:devices|certificates|account|registration)\.|^session\.(?:choosePassword|acceptTerms|stay|reauth)$/u;

/** How many calls have waited for a portal for more than three seconds. */
export const useSlowCalls = create<{ count: number }>(() => ({ count: 0 }));

const count = (by: 1 | -1): void => useSlowCalls.setState((now) => ({ count: now.count + by }));

/** Watches a call; the function that comes back says that it is over. */
export function watchCall(name: CallName): () => void {
  if (!asksPortal.test(name)) return () => undefined;
  let isSlow = false;
  const timer = setTimeout(() => {
    isSlow = true;
    count(1);
  }, patience);
  return () => {
    clearTimeout(timer);
    if (isSlow) count(-1);
  };
}
