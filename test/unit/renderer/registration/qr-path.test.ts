import { describe, expect, it } from 'vitest';
import { qrPath } from '../../../../renderer/registration/qr-path.ts';

/** Whether the module at a place is dark. */
function moduleAt(path: string, x: number, y: number): boolean {
  return path.includes(`M${x} ${y}h1v1h-1z`);
}

describe('a QR code', () => {
  it('has a quiet zone of four modules and a finder in three corners', () => {
    const code = qrPath('https://portal.example/go');
    const size = code?.size ?? 0;
    const path = code?.path ?? '';
    expect((size - 8 - 17) % 4).toBe(0);
    expect(path).not.toMatch(/M[0-3] |M\d+ [0-3]h/u);
    for (const [x, y] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const) {
      const row = Array.from({ length: 7 }, (_, place) => moduleAt(path, x + place, y + 3));
      expect(row).toEqual([true, false, true, true, true, false, true]);
    }
  });

  it('of another text is another one', () => {
    expect(qrPath('https://portal.example/go')).not.toEqual(qrPath('https://portal.example/gp'));
  });

  it('is not drawn of a text that is too long for one', () => {
    expect(qrPath('x'.repeat(5000))).toBeNull();
  });
});
