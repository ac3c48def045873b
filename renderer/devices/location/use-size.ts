import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** The size of an element in px, kept as it changes; null until it is known. */
export function useSize(): {
  ref: RefObject<HTMLElement | null>;
  size: { width: number; height: number } | null;
} {
  const ref = useRef<HTMLElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0)
        setSize({ width: Math.round(width), height: Math.round(height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
