// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useDrag } from '../../../../../renderer/devices/location/use-drag.ts';
import type { Offset } from '../../../../../renderer/devices/location/use-drag.ts';

const moved: Offset[] = [];

function Sheet() {
  const { offset, isDragging, handlers } = useDrag(60, (by) => moved.push(by));
  return (
    <div
      data-testid="sheet"
      data-at={`${offset.x},${offset.y}`}
      data-dragging={isDragging}
      {...handlers}
    >
      <button type="button">Zoom in</button>
    </div>
  );
}

/** A press of the mouse's main button there, and what it does then. */
async function press(element: Element, kind: 'Down' | 'Move' | 'Up', x: number, y: number) {
  await act(async () => {
    fireEvent[`pointer${kind}`](element, { clientX: x, clientY: y, button: 0, pointerId: 1 });
  });
}

afterEach(() => {
  cleanup();
  moved.length = 0;
});

describe('dragging the map', () => {
  it('shifts what is drawn, draws anew before an edge would show, and the rest at the end', async () => {
    render(<Sheet />);
    const sheet = screen.getByTestId('sheet');
    await press(sheet, 'Down', 100, 100);
    await press(sheet, 'Move', 130, 90);
    expect(sheet.dataset['at']).toBe('30,-10');
    expect(moved).toEqual([]);
    await press(sheet, 'Move', 170, 100);
    expect(moved).toEqual([{ x: 70, y: 0 }]);
    expect(sheet.dataset['at']).toBe('0,0');
    await press(sheet, 'Move', 180, 105);
    await press(sheet, 'Up', 180, 105);
    expect(moved).toEqual([
      { x: 70, y: 0 },
      { x: 10, y: 5 },
    ]);
    expect(sheet.dataset['dragging']).toBe('false');
    await press(sheet, 'Move', 400, 400);
    expect(sheet.dataset['at']).toBe('0,0');
  });

  it('does not begin at a button that lies on the map', async () => {
    render(<Sheet />);
    await press(screen.getByRole('button'), 'Down', 10, 10);
    await press(screen.getByTestId('sheet'), 'Move', 90, 90);
    expect(moved).toEqual([]);
    expect(screen.getByTestId('sheet').dataset['dragging']).toBe('false');
  });
});
