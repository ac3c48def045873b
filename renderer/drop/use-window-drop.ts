import { useEffect, useRef, useState } from 'react';
import { draggedOver, droppedOn } from './dragged.ts';
import type { Dragged, Dropped } from './dragged.ts';

/** Where a file can be let go. */
export type Target = 'add' | 'replace' | 'look';

export type WindowDrop = {
  dragged: Dragged | null;
  /** The target under the pointer. */
  target: Target;
};

/**
 * Watches the whole window for files. A drag never reaches the page itself: without this, Chromium would leave the
 * app for the dropped file. `targetAt` tells which target a point (px from the left edge) belongs to.
 */
export function useWindowDrop(
  targetAt: (x: number) => Target,
  onDrop: (dropped: Dropped, target: Target) => void,
): WindowDrop {
  const [state, setState] = useState<WindowDrop>({ dragged: null, target: 'look' });
  const handlers = useRef({ targetAt, onDrop });
  useEffect(() => {
    handlers.current = { targetAt, onDrop };
  });

  useEffect(() => {
    const end = (): void =>
      setState((state) => (state.dragged ? { ...state, dragged: null } : state));
    const over = (event: DragEvent): void => {
      event.preventDefault();
      const dragged = draggedOver(event.dataTransfer);
      if (event.dataTransfer) event.dataTransfer.dropEffect = dragged ? 'copy' : 'none';
      if (dragged === null) return;
      const target = handlers.current.targetAt(event.clientX);
      setState((state) =>
        state.target === target && sameDrag(state.dragged, dragged) ? state : { dragged, target },
      );
    };
    const leave = (event: DragEvent): void => {
      // Only leaving the window has no element that the pointer goes to.
      if (event.relatedTarget === null) end();
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      end();
      if (draggedOver(event.dataTransfer) === null) return;
      handlers.current.onDrop(
        droppedOn(event.dataTransfer),
        handlers.current.targetAt(event.clientX),
      );
    };
    document.addEventListener('dragenter', over);
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('dragend', end);
    return () => {
      document.removeEventListener('dragenter', over);
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('dragend', end);
    };
  }, []);
  return state;
}

function sameDrag(a: Dragged | null, b: Dragged): boolean {
  return a?.kind === b.kind && (a.kind === 'one' || b.kind === 'one' || a.count === b.count);
}
