import { readFileSync } from 'node:fs';
import { guarded } from '../core/guard.ts';

/** The part of Electron's NativeImage that works without decoding: PNG bytes in, PNG bytes out. */
type StandinImage = {
  isEmpty(): boolean;
  toPNG(): Buffer;
  toDataURL(): string;
  getSize(): { width: number; height: number };
  setTemplateImage(): void;
};

/** Where a PNG file holds its width and height (RFC 2083, section 4.1.1). */
const PNG_WIDTH = 16;
const PNG_HEIGHT = 20;

function imageOf(bytes: Buffer): StandinImage {
  return guarded('NativeImage', {
    isEmpty: () => bytes.length === 0,
    toPNG: () => bytes,
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
    getSize: () =>
      bytes.length > PNG_HEIGHT + 4
        ? { width: bytes.readUInt32BE(PNG_WIDTH), height: bytes.readUInt32BE(PNG_HEIGHT) }
        : { width: 0, height: 0 },
    setTemplateImage: () => {},
  });
}

function readOrEmpty(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** `nativeImage`; a file that cannot be read is an empty image, as in Electron. */
export const nativeImage = guarded('nativeImage', {
  createEmpty: () => imageOf(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer) => imageOf(bytes),
  createFromPath: (path: string) => imageOf(readOrEmpty(path)),
  createFromDataURL: (url: string) => imageOf(Buffer.from(url.split(',')[1] ?? '', 'base64')),
});
