import { encodePng } from './png.ts';

type Point = readonly [number, number];

const width = 182;
const height = 34;
const colour: readonly [number, number, number] = [31, 61, 122];

function ellipse(
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  from: number,
  to: number,
): Point[] {
  return Array.from({ length: 25 }, (_, step) => {
    const turn = ((from + ((to - from) * step) / 24) * Math.PI) / 180;
    return [cx + rx * Math.cos(turn), cy + ry * Math.sin(turn)] as const;
  });
}

/** The strokes of each letter in a box of its own width and a height of 10, the origin at its top left. */
const glyphs: Record<string, { width: number; strokes: Point[][] }> = {
  H: {
    width: 7,
    strokes: [
      [
        [0, 0],
        [0, 10],
      ],
      [
        [7, 0],
        [7, 10],
      ],
      [
        [0, 5],
        [7, 5],
      ],
    ],
  },
  A: {
    width: 8,
    strokes: [
      [
        [0, 10],
        [4, 0],
        [8, 10],
      ],
      [
        [1.4, 6.6],
        [6.6, 6.6],
      ],
    ],
  },
  L: {
    width: 5,
    strokes: [
      [
        [0, 0],
        [0, 10],
        [5, 10],
      ],
    ],
  },
  D: {
    width: 7.5,
    strokes: [
      [
        [0, 0],
        [0, 10],
      ],
      [[0, 0], [2.5, 0], ...ellipse(2.5, 5, 5, 5, -90, 90), [0, 10]],
    ],
  },
  E: {
    width: 5.5,
    strokes: [
      [
        [5.5, 0],
        [0, 0],
        [0, 10],
        [5.5, 10],
      ],
      [
        [0, 5],
        [4.8, 5],
      ],
    ],
  },
  N: {
    width: 7.5,
    strokes: [
      [
        [0, 10],
        [0, 0],
        [7.5, 10],
        [7.5, 0],
      ],
    ],
  },
  V: {
    width: 8,
    strokes: [
      [
        [0, 0],
        [4, 10],
        [8, 0],
      ],
    ],
  },
  O: { width: 9, strokes: [ellipse(4.5, 5, 4.5, 5, 0, 360)] },
  S: {
    width: 6,
    strokes: [[...ellipse(3, 2.5, 2.9, 2.5, -35, -270), ...ellipse(3, 7.5, 3, 2.5, -90, 145)]],
  },
  '&': {
    width: 7.5,
    strokes: [
      [
        [7.3, 10],
        ...ellipse(3, 2.3, 2, 2.3, 145, 395),
        ...ellipse(3, 7.4, 3, 2.6, -110, -315),
        [7, 5.4],
      ],
    ],
  },
  ' ': { width: 2.5, strokes: [] },
};

function write(text: string, left: number, top: number, gap: number): Point[][] {
  const strokes: Point[][] = [];
  let x = left;
  for (const letter of text) {
    const glyph = glyphs[letter];
    if (glyph === undefined) continue;
    for (const stroke of glyph.strokes) {
      strokes.push(stroke.map(([px, py]) => [x + px, top + py] as const));
    }
    x += glyph.width + gap;
  }
  return strokes;
}

function distance([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** Half of a stroke's width and the pixel in which it fades: no ink is farther from a stroke than this, in pixels. */
const reach = 0.85 + 0.5;

/** Inks the pixels along one line; where lines meet the darkest counts. */
function ink(alphas: Uint8Array, from: Point, to: Point): void {
  const first = (a: number, b: number): number => Math.max(0, Math.floor(Math.min(a, b) - reach));
  const end = (a: number, b: number, limit: number): number =>
    Math.min(limit, Math.ceil(Math.max(a, b) + reach));
  for (let y = first(from[1], to[1]); y < end(from[1], to[1], height); y += 1) {
    for (let x = first(from[0], to[0]); x < end(from[0], to[0], width); x += 1) {
      const share = reach - distance([x + 0.5, y + 0.5], from, to);
      const alpha = Math.round(255 * Math.min(1, Math.max(0, share)));
      const at = y * width + x;
      alphas[at] = Math.max(alphas[at] ?? 0, alpha);
    }
  }
}

function draw(): Buffer {
  const mark: Point[][] = [
    [
      [3, 28],
      [27, 28],
    ],
    [
      [9, 28],
      [9, 8],
      [15, 8],
    ],
    ellipse(18.5, 8, 3.5, 3.5, 0, 360),
    [
      [15, 22],
      [27, 22],
    ],
  ];
  const strokes = [...mark, ...write('HALDEN & VOSS', 39, 12, 3.6)];
  const alphas = new Uint8Array(width * height);
  for (const stroke of strokes) {
    for (const [index, point] of stroke.entries()) {
      ink(alphas, stroke[Math.max(0, index - 1)] ?? point, point);
    }
  }
  const pixels = new Uint8Array(width * height * 4);
  for (const [at, alpha] of alphas.entries()) pixels.set([...colour, alpha], at * 4);
  return encodePng(width, height, pixels);
}

let drawn: Buffer | null = null;

/**
 * The logo of Halden & Voss: a quay with a lamp, and the name. 182 by 34 pixels, the size that the vendor's
 * branding takes, on a transparent ground. Drawn when it is first asked for.
 * @returns a PNG
 */
export function drawLogo(): Buffer {
  drawn ??= draw();
  return drawn;
}
