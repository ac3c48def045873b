import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Entry = {
  files?: Record<string, Entry>;
  link?: string;
  unpacked?: boolean;
  executable?: boolean;
  offset?: string;
  size?: number;
};

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null;
}

/**
 * Unpacks an app.asar to a folder that is removed when the process ends, and returns the folder: Node can not read
 * an archive in place. Format: a pickled header size, the JSON header's own size, the header, then the files.
 */
export function unpackArchive(archive: string): string {
  const bytes = readFileSync(archive);
  const headerEnd = 8 + bytes.readUInt32LE(4);
  const header: unknown = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  const root = mkdtempSync(join(tmpdir(), 'standin-asar-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));

  const unpack = (entry: Entry, path: string): void => {
    const target = join(root, path);
    if (entry.files !== undefined) {
      mkdirSync(target, { recursive: true });
      for (const [name, child] of Object.entries(entry.files)) unpack(child, join(path, name));
    } else if (entry.link !== undefined) symlinkSync(join(root, entry.link), target);
    else if (entry.unpacked === true) copyFileSync(join(`${archive}.unpacked`, path), target);
    else {
      const start = headerEnd + Number(entry.offset);
      const mode = entry.executable === true ? 0o755 : 0o644;
      writeFileSync(target, bytes.subarray(start, start + (entry.size ?? 0)), { mode });
    }
  };
  if (!isEntry(header)) throw new Error(`stand-in: ${archive} has no header`);
  unpack(header, '');
  return root;
}
