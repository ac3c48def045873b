import type { Route } from '../../preload/contract/route.ts';
import type { Emit } from '../ipc/connect.ts';

/** Leads the page to a place, also one whose window is not there yet. */
export type Opener = {
  open: (route: Route) => void;
  /** The page asks for its first state, so it hears by now. */
  pageStarted: () => void;
};

/**
 * @param bringForward shows the window; `made` when there was none and its page has yet to load
 */
export function createOpener(bringForward: () => 'there' | 'made', emit: Emit): Opener {
  let waiting: Route | null = null;
  return {
    open: (route) => {
      if (bringForward() === 'made') waiting = route;
      else emit('route.opened', route);
    },
    pageStarted: () => {
      if (waiting !== null) emit('route.opened', waiting);
      waiting = null;
    },
  };
}
