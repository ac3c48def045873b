import type { Clock } from '../clock.ts';

/** Paths on their way in, before and after there is somebody to open them. */
export type Arrivals = {
  /** Takes absolute paths of files that the system wants opened. */
  add: (paths: readonly string[]) => void;
  /** From now on these are handed on, together with what has come so far. */
  handTo: (open: (paths: readonly string[]) => void) => void;
};

/** macOS tells the files of one selection one by one; what comes within this time belongs together. */
const togetherMs = 60;

/** Gathers what the system wants opened; on macOS that begins before the app is ready. */
export function gatherArrivals(clock: Clock): Arrivals {
  let waiting: string[] = [];
  let open: ((paths: readonly string[]) => void) | null = null;
  let isGathering = false;

  async function handOn(): Promise<void> {
    if (isGathering) return;
    isGathering = true;
    await clock.sleep(togetherMs);
    isGathering = false;
    const paths = waiting;
    waiting = [];
    if (paths.length > 0) open?.(paths);
  }

  return {
    add: (paths) => {
      waiting = [...waiting, ...paths];
      if (open !== null && waiting.length > 0) void handOn();
    },
    handTo: (next) => {
      open = next;
      if (waiting.length > 0) void handOn();
    },
  };
}
