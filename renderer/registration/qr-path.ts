import { encode } from 'uqr';

/** A QR code as one SVG path; `size` is its side in modules, the quiet zone of four on each side included. */
export type QrPath = { path: string; size: number };

/** Draws a text as a QR code (ISO/IEC 18004), error correction M; null when it is too long for one. */
export function qrPath(text: string): QrPath | null {
  try {
    const { data, size } = encode(text, { ecc: 'M', border: 4 });
    const path = data
      .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
      .join('');
    return { path, size };
  } catch {
    return null;
  }
}
