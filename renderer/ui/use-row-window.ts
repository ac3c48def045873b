import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** A table of up to this many rows is drawn as a whole. */
const drawnWhole = 40;
const beyondEdge = 12;

/** The rows to draw: from `first` up to, and without, `end`. */
export type RowWindow = { first: number; end: number };

/**
 * Which of many rows lie in the window, so that thousands of them cost no more than a screenful. `rowHeight` is
 * about what a row measures, in px; the ref goes to the table's wrapper.
 */
export function useRowWindow(
  count: number,
  rowHeight: number,
): RowWindow & { ref: RefObject<HTMLDivElement | null> } {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<RowWindow>({ first: 0, end: drawnWhole });
  const isLong = count > drawnWhole;

  // Before the first picture, so that what is out of sight is not drawn even once.
  useLayoutEffect(() => {
    if (!isLong) return undefined;
    const measure = (): void => {
      const top = ref.current?.getBoundingClientRect().top ?? 0;
      const first = Math.max(0, Math.floor(-top / rowHeight) - beyondEdge);
      const end = Math.ceil((window.innerHeight - top) / rowHeight) + beyondEdge;
      setSeen((known) => (known.first === first && known.end === end ? known : { first, end }));
    };
    measure();
    // Scrolling does not bubble, and which ancestor scrolls is not this hook's business.
    document.addEventListener('scroll', measure, { capture: true, passive: true });
    window.addEventListener('resize', measure);
    return () => {
      document.removeEventListener('scroll', measure, { capture: true });
      window.removeEventListener('resize', measure);
    };
  }, [isLong, rowHeight]);

  if (!isLong) return { ref, first: 0, end: count };
  const first = Math.min(seen.first, Math.max(0, count - drawnWhole));
  return { ref, first, end: Math.min(count, Math.max(seen.end, first)) };
}
