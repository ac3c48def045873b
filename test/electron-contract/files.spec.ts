import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launch.ts';

const described = {
  tag: '[object Uint8Array]',
  isBuffer: false,
  bytes: [0x30, 0x82, 0x00, 0xff, 0x0a],
};
const content = Buffer.from(described.bytes);

async function makeFile(folder: string): Promise<string> {
  const path = join(folder, 'identity.p12');
  await writeFile(path, content);
  return path;
}

/* A file that the person gives to the page: its bytes reach main. */
test('the bytes of a dropped file reach main', async ({ sample }) => {
  const file = await makeFile(sample.profile);
  const box = await sample.page.locator('#drop').boundingBox();
  const session = await sample.page.context().newCDPSession(sample.page);
  const x = (box?.x ?? 0) + 20;
  const y = (box?.y ?? 0) + 20;
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await expect(sample.page.locator('#out')).not.toBeEmpty();
  const seen: unknown = JSON.parse((await sample.page.locator('#out').textContent()) ?? '');
  expect(seen).toEqual({ name: 'identity.p12', described, path: file });
});

test('the bytes of a chosen file reach main, and its path is known to the preload', async ({
  sample,
}) => {
  const file = await makeFile(sample.profile);
  await sample.page.locator('#file').setInputFiles(file);
  await expect(sample.page.locator('#out')).not.toBeEmpty();
  const seen: unknown = JSON.parse((await sample.page.locator('#out').textContent()) ?? '');
  expect(seen).toEqual({ name: 'identity.p12', described, path: file });
});

test('a file that a script has made has no path', async ({ sample }) => {
  const path = await sample.page.evaluate(() => window.bridge.pathOf(new File(['x'], 'x.txt')));
  expect(path).toBe('');
});

test('a file dropped where nobody takes it does not replace the page', async ({ sample }) => {
  const file = await makeFile(sample.profile);
  const session = await sample.page.context().newCDPSession(sample.page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x: 5, y: 5, data });
  }
  await sample.page.waitForTimeout(300);
  await expect(sample.page.locator('h1')).toHaveText('First page');
});
