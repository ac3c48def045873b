import { describe, expect, it } from 'vitest';
import { visibleBounds } from '../../../../main/window/window-bounds.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const second = { x: 1440, y: -200, width: 2560, height: 1440 };

describe('the place of the window', () => {
  it('is the middle of the screen at the first start', () => {
    expect(visibleBounds(null, [laptop])).toEqual({ width: 1120, height: 760 });
  });

  it('is where it was, on a second display too', () => {
    const saved = { x: 2000, y: 100, width: 1200, height: 800 };
    expect(visibleBounds(saved, [laptop, second])).toEqual(saved);
  });

  it('comes back to the first display when the second is gone', () => {
    const saved = { x: 2000, y: 100, width: 2400, height: 1300 };
    expect(visibleBounds(saved, [laptop])).toEqual({ width: 1440, height: 900 });
  });

  it('never hides its title bar above or beside a display', () => {
    const at = (x: number, y: number) =>
      visibleBounds({ x, y, width: 1120, height: 760 }, [laptop]);
    expect(at(0, -100)).not.toHaveProperty('x');
    expect(at(1400, 10)).not.toHaveProperty('x');
    expect(at(-900, 10)).toHaveProperty('x', -900);
  });

  it('is no larger than a display that has shrunk, from 4K to 1080p', () => {
    const small = { x: 0, y: 0, width: 1920, height: 1040 };
    const saved = { x: 100, y: 40, width: 3600, height: 2000 };
    expect(visibleBounds(saved, [small])).toEqual({ x: 100, y: 40, width: 1920, height: 1040 });
  });

  it('may be as wide as two displays that it lies on', () => {
    const saved = { x: 200, y: 0, width: 3000, height: 800 };
    expect(visibleBounds(saved, [laptop, second])).toEqual(saved);
  });

  it('is never smaller than the pages need', () => {
    expect(visibleBounds({ x: 0, y: 0, width: 10, height: 10 }, [laptop])).toMatchObject({
      width: 880,
      height: 600,
    });
  });
});
