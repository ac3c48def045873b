import type { ClockSkew } from '../../preload/contract/session.ts';
import type { Emit } from '../ipc/connect.ts';

/** How far this computer's clock is off, as the portal's answers tell it. */
export type ClockWatch = {
  current: () => ClockSkew;
  /** Takes in how far this computer is ahead of the portal, in ms; negative when it is behind. */
  heard: (aheadMs: number) => void;
  /** Nobody is signed in: there is nothing to compare with. */
  forget: () => void;
};

/** What signatures and sign-ins elsewhere forgive (RFC 4120 8.2 names five minutes), ms. */
const forgiven = 5 * 60_000;
/** A change by less is not worth telling, ms. */
const worthTelling = 60_000;

/** Tells the page when this computer's clock is more than five minutes off, and when it no longer is. */
export function watchClock(emit: Emit): ClockWatch {
  let current: ClockSkew = null;

  function become(next: ClockSkew): void {
    const isSame =
      next === null || current === null
        ? next === current
        : Math.abs(next.aheadMs - current.aheadMs) < worthTelling;
    if (isSame) return;
    current = next;
    emit('clock.skewed', next);
  }

  return {
    current: () => current,
    heard: (aheadMs) =>
      become(Math.abs(aheadMs) > forgiven ? { aheadMs: Math.round(aheadMs) } : null),
    forget: () => become(null),
  };
}
