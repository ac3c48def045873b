import type { Clock } from '../clock.ts';

/** The clock of one portal, learned from its answers. */
export type PortalTime = {
  /** Epoch ms: this computer's own time, corrected by what the portal's answers said. */
  now: () => number;
  /** Takes in the `Date` of an answer (RFC 9110 6.6.1); one that is absent or nonsense says nothing. */
  heard: (date: string | undefined) => void;
};

/**
 * Starts with this computer's own time.
 *
 * @param told gets, with every answer that has a date, how far this computer's clock is ahead of the portal's, in ms
 */
export function openPortalTime(
  clock: Pick<Clock, 'now'>,
  told: (aheadMs: number) => void = () => undefined,
): PortalTime {
  let behind = 0;
  return {
    now: () => clock.now() + behind,
    heard: (date) => {
      const at = Date.parse(date ?? '');
      if (Number.isNaN(at)) return;
      behind = at - clock.now();
      told(-behind);
    },
  };
}
