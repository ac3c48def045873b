/** PNG pictures by the length of their side in pixels. */
export type Pictures = ReadonlyMap<number, Buffer>;

const icoSizes = [16, 24, 32, 48, 64, 128, 256];

/** Kinds of picture in an ICNS file that hold PNG, with their side in pixels; `@2x` kinds after the plain ones. */
const icnsKinds: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

/** Packs PNG pictures into a Windows icon: a directory of 16 bytes each, then the pictures (since Windows Vista). */
export function writeIco(pictures: Pictures): Buffer {
  const entries = icoSizes.flatMap((size) => {
    const picture = pictures.get(size);
    return picture === undefined ? [] : [{ size, picture }];
  });
  const head = Buffer.alloc(6 + 16 * entries.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(entries.length, 4);
  let offset = head.length;
  for (const [at, { size, picture }] of entries.entries()) {
    const start = 6 + 16 * at;
    // 256 is written as 0.
    head.writeUInt8(size % 256, start);
    head.writeUInt8(size % 256, start + 1);
    head.writeUInt16LE(1, start + 4);
    head.writeUInt16LE(32, start + 6);
    head.writeUInt32LE(picture.length, start + 8);
    head.writeUInt32LE(offset, start + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...entries.map(({ picture }) => picture)]);
}

/** Packs PNG pictures into an Apple icon: four letters and the length in front of each. */
export function writeIcns(pictures: Pictures): Buffer {
  const part = (kind: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8, kind, 'latin1');
    head.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([head, content]);
  };
  const parts = icnsKinds.flatMap(([kind, size]) => {
    const picture = pictures.get(size);
    return picture === undefined ? [] : [part(kind, picture)];
  });
  return part('icns', Buffer.concat(parts));
}
