import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../../../main/files/write-whole.ts';
import { rejectionOf } from '../../../support/failures.ts';

const bytes = new TextEncoder().encode('the new one');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

describe('a file that is written whole', () => {
  it('takes the place of the old one, readable by its owner alone', async () => {
    writeFileSync(at('mail.p12'), 'the old one', { mode: 0o644 });
    await writeWhole(at('mail.p12'), bytes, 0o600);
    expect(readFileSync(at('mail.p12'), 'utf8')).toBe('the new one');
    expect(statSync(at('mail.p12')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['mail.p12']);
  });

  it('takes the place of a link and leaves alone what it pointed to', async () => {
    writeFileSync(at('elsewhere'), 'mine');
    symlinkSync(at('elsewhere'), at('mail.p12'));
    await writeWhole(at('mail.p12'), bytes, 0o600);
    expect(readFileSync(at('elsewhere'), 'utf8')).toBe('mine');
  });

  it('leaves the old one and nothing else when the disk is full halfway', async () => {
    writeFileSync(at('mail.p12'), 'the old one');
    const half = (path: string): Promise<void> => {
      writeFileSync(path, bytes.subarray(0, 4));
      const full = { code: 'ENOSPC', syscall: 'write' };
      return Promise.reject(Object.assign(new Error('no space left on device'), full));
    };
    const error = await rejectionOf(writeWhole(at('mail.p12'), bytes, 0o600, half));
    expect(error).toEqual({ code: 'disk-full' });
    expect(readFileSync(at('mail.p12'), 'utf8')).toBe('the old one');
    expect(readdirSync(folder)).toEqual(['mail.p12']);
  });

  it.each([
    ['a folder that is gone', 'gone/mail.p12'],
    ['a folder that is a file', 'file/mail.p12'],
    ['a name that is a folder', 'folder'],
    ['a name that no disk takes', 'x'.repeat(300)],
  ])('is not written into %s', async (_, name) => {
    writeFileSync(at('file'), '');
    mkdirSync(at('folder/inside'), { recursive: true });
    const error = await rejectionOf(writeWhole(at(name), bytes, 0o600));
    expect(error).toEqual({ code: 'file-unreadable', reason: 'NotWritable' });
    expect(readdirSync(folder)).toEqual(['file', 'folder']);
  });

  it('does not hide a bug behind words about the disk', async () => {
    const broken = (): Promise<void> => Promise.reject(new RangeError('a bug'));
    await expect(writeWhole(at('mail.p12'), bytes, 0o600, broken)).rejects.toThrow(RangeError);
    expect(existsSync(at('mail.p12'))).toBe(false);
  });
});
