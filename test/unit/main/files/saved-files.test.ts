import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SaveWish } from '../../../../main/files/save-question.ts';
import { createTestFeatures } from '../../../support/features.ts';
import type { TestFeatures } from '../../../support/features.ts';
import { rejectionOf } from '../../../support/failures.ts';

const oldPassword = 'old-one';
const newPassword = 'a much Longer 1';
const copyWish = { newPassword, form: 'modern', orderChain: true, keyIndex: null } as const;

/** The file that people are handed: RC2 with 40 bits and triple DES, 2048 rounds. */
let made: string;
let target: string;
let asked: SaveWish[];
let answer: () => Promise<string | null>;
let open: TestFeatures;

const openssl = (...args: string[]): Buffer =>
  execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'latchkey-made-'));
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', join(made, 'key.pem')];
  const subject = ['-subj', '/CN=Ines: Declercq/emailAddress=ines@acme.example'];
  openssl('req', '-x509', ...key, ...subject, '-days', '90', '-out', join(made, 'cert.pem'));
  openssl('x509', '-in', join(made, 'cert.pem'), '-outform', 'der', '-out', join(made, 'cert.der'));
  const pair = ['-in', join(made, 'cert.pem'), '-inkey', join(made, 'key.pem')];
  const out = ['-passout', `pass:${oldPassword}`, '-out', join(made, 'mail.pfx')];
  openssl('pkcs12', '-export', '-legacy', ...pair, ...out);
});
afterAll(() => rmSync(made, { recursive: true }));

beforeEach(() => {
  target = mkdtempSync(join(tmpdir(), 'latchkey-target-'));
  asked = [];
  answer = () => Promise.resolve(join(target, 'copy.p12'));
  open = createTestFeatures({
    askWhereToSave: (wish) => {
      asked.push(wish);
      return answer();
    },
  });
});
afterEach(async () => {
  await open.close();
  rmSync(target, { recursive: true, force: true });
});

async function held(password = oldPassword): Promise<string> {
  const bytes = new Uint8Array(readFileSync(join(made, 'mail.pfx')));
  const { fileId } = await open.call('files.open', { name: 'mail.pfx', bytes });
  await open.call('files.inspect', { fileId, password, purpose: 'look' });
  return fileId;
}

const reads = (password: string): Buffer =>
  openssl('pkcs12', '-in', join(target, 'copy.p12'), '-nodes', '-passin', `pass:${password}`);

describe('a stronger copy', () => {
  it.each(['modern', 'legacy'] as const)(
    'opens with the new password in openssl, not with the old one: %s',
    async (form) => {
      const legacy = form === 'legacy' ? ['-legacy'] : [];
      const fileId = await held();
      const answered = await open.call('files.saveStrongCopy', { fileId, ...copyWish, form });
      expect(answered).toEqual({ saved: 'copy.p12' });
      expect(statSync(join(target, 'copy.p12')).mode & 0o777).toBe(0o600);
      const file = ['pkcs12', ...legacy, '-in', join(target, 'copy.p12'), '-nodes'];
      const text = openssl(...file, '-passin', `pass:${newPassword}`).toString();
      expect(text).toContain('BEGIN PRIVATE KEY');
      expect(text).toContain('BEGIN CERTIFICATE');
      expect(() => openssl(...file, '-passin', `pass:${oldPassword}`)).toThrow(/invalid password/u);
    },
  );

  it('is AES, where the file was RC2', async () => {
    await open.call('files.saveStrongCopy', { fileId: await held(), ...copyWish });
    expect(() =>
      openssl('pkcs12', '-in', join(made, 'mail.pfx'), '-passin', 'pass:old-one'),
    ).toThrow(/unsupported/u);
    expect(reads(newPassword).length).toBeGreaterThan(1000);
    expect(asked).toEqual([{ suggestedName: 'mail-stronger.p12', kind: 'pkcs12' }]);
  });

  it('is not made when the person cancels, and nothing is written', async () => {
    answer = () => Promise.resolve(null);
    const call = open.call('files.saveStrongCopy', { fileId: await held(), ...copyWish });
    expect(await rejectionOf(call)).toEqual({ code: 'cancelled' });
    expect(readdirSync(target)).toEqual([]);
  });

  it('says in a word that the folder is gone', async () => {
    answer = () => Promise.resolve(join(target, 'gone', 'copy.p12'));
    const call = open.call('files.saveStrongCopy', { fileId: await held(), ...copyWish });
    expect(await rejectionOf(call)).toEqual({ code: 'file-unreadable', reason: 'NotWritable' });
  });

  it('is not made of a file that the page let go of while the person was asked', async () => {
    const fileId = await held();
    answer = async () => {
      await open.call('files.close', { fileId });
      return join(target, 'copy.p12');
    };
    const call = open.call('files.saveStrongCopy', { fileId, ...copyWish });
    expect(await rejectionOf(call)).toEqual({ code: 'file-gone' });
    expect(readdirSync(target)).toEqual([]);
  });

  it('asks only once at a time', async () => {
    const fileId = await held();
    let cancel = (): void => undefined;
    answer = () =>
      new Promise((resolve) => {
        cancel = () => resolve(null);
      });
    const first = rejectionOf(open.call('files.saveStrongCopy', { fileId, ...copyWish }));
    await expect.poll(() => asked.length).toBe(1);
    const second = open.call('files.exportCertificate', { fileId, index: 0, format: 'pem' });
    expect(await rejectionOf(second)).toEqual({ code: 'busy', reason: 'saving' });
    cancel();
    expect(await first).toEqual({ code: 'cancelled' });
    expect(asked).toHaveLength(1);
  });

  it('is not made of a key that is not there, or of a file that did not open', async () => {
    const wish = { fileId: await held(), ...copyWish, keyIndex: 1 };
    const error = await rejectionOf(open.call('files.saveStrongCopy', wish));
    expect(error).toEqual({ code: 'invalid-input', field: 'keyIndex' });
    const closed = { fileId: await held('wrong'), ...copyWish };
    const second = await rejectionOf(open.call('files.saveStrongCopy', closed));
    expect(second).toEqual({ code: 'checks-failed', reason: 'not-opened' });
    expect(asked).toEqual([]);
  });

  it('refuses an empty new password', async () => {
    const wish = { fileId: await held(), ...copyWish, newPassword: '' };
    await expect(open.call('files.saveStrongCopy', wish)).rejects.toThrow('newPassword');
  });
});

describe('a certificate by itself', () => {
  it('is byte for byte the one that openssl put in, and no key goes with it', async () => {
    const fileId = await held();
    answer = () => Promise.resolve(join(target, 'mine.cer'));
    const saved = await open.call('files.exportCertificate', { fileId, index: 0, format: 'der' });
    expect(saved).toEqual({ saved: 'mine.cer' });
    const written = readFileSync(join(target, 'mine.cer'));
    expect(written.equals(readFileSync(join(made, 'cert.der')))).toBe(true);
    answer = () => Promise.resolve(join(target, 'mine.pem'));
    await open.call('files.exportCertificate', { fileId, index: 0, format: 'pem' });
    const pem = readFileSync(join(target, 'mine.pem'), 'utf8');
    expect(pem).toBe(readFileSync(join(made, 'cert.pem'), 'utf8'));
    expect(asked).toEqual([
      { suggestedName: 'Ines Declercq.cer', kind: 'der' },
      { suggestedName: 'Ines Declercq.pem', kind: 'pem' },
    ]);
  });

  it('is not written when the person cancels', async () => {
    writeFileSync(join(target, 'mine.pem'), 'as it was');
    answer = () => Promise.resolve(null);
    const wish = { fileId: await held(), index: 0, format: 'pem' } as const;
    const error = await rejectionOf(open.call('files.exportCertificate', wish));
    expect(error).toEqual({ code: 'cancelled' });
    expect(readFileSync(join(target, 'mine.pem'), 'utf8')).toBe('as it was');
  });

  it('that is not in the file is not asked about', async () => {
    const wish = { fileId: await held(), index: 1, format: 'pem' } as const;
    const error = await rejectionOf(open.call('files.exportCertificate', wish));
    expect(error).toEqual({ code: 'invalid-input', field: 'index' });
    expect(asked).toEqual([]);
  });
});
