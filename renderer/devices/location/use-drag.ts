import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';

/** How far something has been dragged since it was last drawn anew, px. */
export type Offset = { x: number; y: number };

/** What has to be put on the element that is dragged. */
export type DragHandlers = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
};

const rest: Offset = { x: 0, y: 0 };

/**
 * Dragging with the main button of a mouse, a pen or a finger. What is dragged is only shifted by `offset`;
 * `onMoved` is told when it has to be drawn anew, `reach` px farther or at the end of the drag. A press on a button
 * is no drag.
 */
export function useDrag(
  reach: number,
  onMoved: (by: Offset) => void,
): { offset: Offset; isDragging: boolean; handlers: DragHandlers } {
  const last = useRef<Offset | null>(null);
  const [offset, setOffset] = useState(rest);
  const [isDragging, setIsDragging] = useState(false);

  const farther = (event: PointerEvent<HTMLElement>): Offset => ({
    x: event.clientX - (last.current?.x ?? event.clientX),
    y: event.clientY - (last.current?.y ?? event.clientY),
  });
  const draw = (by: Offset, event: PointerEvent<HTMLElement>): void => {
    last.current = { x: event.clientX, y: event.clientY };
    setOffset(rest);
    if (by.x !== 0 || by.y !== 0) onMoved(by);
  };
  const end = (event: PointerEvent<HTMLElement>): void => {
    if (last.current === null) return;
    draw(farther(event), event);
    last.current = null;
    setIsDragging(false);
  };

  return {
    offset,
    isDragging,
    handlers: {
      onPointerDown: (event) => {
        const { target, button } = event;
        if (button !== 0 || (target instanceof Element && target.closest('button'))) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        last.current = { x: event.clientX, y: event.clientY };
        setIsDragging(true);
      },
      onPointerMove: (event) => {
        if (last.current === null) return;
        const by = farther(event);
        if (Math.hypot(by.x, by.y) > reach) draw(by, event);
        else setOffset(by);
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}
