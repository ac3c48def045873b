import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeP12 } from '../support/p12.ts';
import { expect, test } from '../support/shared-app.ts';
import { loadCorpus } from '../unit/main/pkcs12/support/corpus.ts';

/* Inspect signed out, with no portal anywhere: each kind of file, and each way in which one does not open. */

const password = 'pebble-Quay-731';
let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-inspect-'));
  await makeP12({ folder, password, email: 'ines@example.org', fileName: 'mail.p12' });
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: folder });
  openssl('x509', '-in', 'leaf.pem', '-outform', 'der', '-out', 'mail.der');
  openssl(
    'crl2pkcs7',
    '-nocrl',
    '-certfile',
    'leaf.pem',
    '-certfile',
    'root.pem',
    '-out',
    'bag.p7b',
  );
  const bytes = await readFile(join(folder, 'mail.p12'));
  const at = (name: string): string => join(folder, name);
  await writeFile(at('mail.pfx'), bytes);
  await writeFile(at('cut.p12'), bytes.subarray(0, 1500));
  await writeFile(at('mail.cer'), await readFile(at('mail.der')));
  await writeFile(at('mail.crt'), await readFile(at('leaf.pem')));
  await writeFile(at('empty.p12'), '');
  await writeFile(at('page.p12'), '<!doctype html><title>Sign in</title>');
  await writeFile(at('pem.p12'), await readFile(at('leaf.key')));
  await writeFile(at('huge.p12'), Buffer.alloc(11 * 1024 * 1024, 0x30));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test.beforeEach(async ({ app: { page }, secrets }) => {
  secrets.push({ name: "the file's password", value: password });
  await page.getByRole('button', { name: 'Inspect a certificate file' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inspect' })).toBeVisible();
});
test.afterEach(async ({ app: { page } }) => {
  const close = page.getByRole('button', { name: 'Close the file' });
  if (await close.isVisible()) await close.click();
  await page.getByRole('link', { name: 'Sign in' }).click();
});

async function give(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^(?:Choose File|Open another file)$/u }).click(),
  ]);
  await chooser.setFiles(path);
}

async function tryPassword(page: Page, text: string): Promise<void> {
  await page.getByLabel('Password', { exact: true }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

test('every kind of certificate file opens and shows whose it is', async ({ app: { page } }) => {
  const person = page.getByRole('article', { name: 'Ines Declercq' });
  for (const name of ['mail.p12', 'mail.pfx']) {
    await give(page, join(folder, name));
    await tryPassword(page, password);
    await expect(person).toBeVisible();
    await expect(page.getByText('One private key, and it fits.')).toBeVisible();
  }
  for (const [name, format] of [
    ['mail.der', 'X.509 certificate, DER'],
    ['mail.cer', 'X.509 certificate, DER'],
    ['mail.crt', 'PEM'],
    ['leaf.pem', 'PEM'],
    ['bag.p7b', 'P'],
  ] as const) {
    await give(page, join(folder, name));
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByText(new RegExp(`^${format}.*without a password$`, 'u'))).toBeVisible();
    await expect(person).toBeVisible();
    await expect(page.getByText('No private key.')).toBeVisible();
  }
});

test('chain, fields, protection and checks are shown, a field is copied, the root is a step of the tree', async ({
  app: { page, electron },
}) => {
  await give(page, join(folder, 'mail.p12'));
  await tryPassword(page, password);
  const protection = page.getByRole('region', { name: 'Container protection' });
  await expect(protection).toContainText('AES-256');
  await expect(protection).toContainText('Rounds');
  await expect(protection).toContainText('Integrity (MAC)');
  const chain = page.getByRole('region', { name: 'Chain, from you to the root' });
  const leaf = page.getByRole('article', { name: 'Ines Declercq' });
  await leaf.getByRole('button', { name: 'Copy Serial number' }).click();
  const serial = execFileSync('openssl', ['x509', '-in', 'leaf.pem', '-noout', '-serial'], {
    cwd: folder,
  });
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(serial.toString().trim().replace('serial=', ''));
  await expect(page.getByText(/\d+ checks? passed/u)).toBeVisible();
  await chain.getByText('Halden & Voss Mail CA 3').click();
  await expect(page.getByRole('article', { name: 'Halden & Voss Mail CA 3' })).toBeVisible();
});

test('a wrong password, a cut file, another kind of file and one too large are told apart', async ({
  app: { page },
}) => {
  await give(page, join(folder, 'mail.p12'));
  await expect(page.getByRole('heading', { name: 'mail.p12 asks for its password' })).toBeVisible();
  await tryPassword(page, 'not-this-one');
  await expect(page.getByText('The password does not open this file').first()).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  for (const [name, words] of [
    ['cut.p12', 'The end of the file is missing'],
    ['empty.p12', 'The file is empty'],
    ['page.p12', 'This is a web page, not a PKCS#12 file'],
    ['huge.p12', 'huge.p12 is too large'],
  ] as const) {
    await give(page, join(folder, name));
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0);
  }
});

test('rarer files are named for what they are', async ({ app: { page } }) => {
  const corpus = loadCorpus();
  test.skip(corpus === null, 'the PKCS#12 corpus is not at ../shared/pkcs12');
  const cases: readonly (readonly [string, string])[] = [
    ['bc-gostPfx', 'which Latchkey does not know'],
    ['m-jks', 'This is a Java keystore, not a PKCS#12 file'],
    ['h-iter-2147483647-mac', 'The file asks for 2147483647 rounds of work'],
    ['b-signed-integrity', 'The file is protected by a signature instead of a password'],
    [
      'h-encryption-password-differs',
      'The password is right, but a part of the file can’t be decrypted',
    ],
  ];
  for (const [name, words] of cases) {
    const row = corpus?.find(({ file }) => file.endsWith(`/${name}.p12`));
    if (row === undefined) throw new Error(`the corpus has no ${name}`);
    await give(page, row.path);
    await expect(page.getByRole('heading', { level: 1, name: `${name}.p12` })).toBeVisible();
    await expect(page.getByText(/^Looking inside/u)).toHaveCount(0);
    if (await page.getByLabel('Password', { exact: true }).isVisible())
      await tryPassword(page, row.password);
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByText('does not open this file')).toHaveCount(0);
  }
});
