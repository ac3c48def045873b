/* Draws the icons of every platform from their SVG sources into assets/: `node test/run/icons.ts`, after a change of them. */
import { chromium } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../electron-standin/devtools/chromium-path.ts';
import { writeIcns, writeIco } from './package/icon-files.ts';
import { root } from './steps.ts';

const assets = join(root, 'assets');
const sizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024] as const;
/** Up to here the drawing for small sizes is the clearer one. */
const largestSmall = 24;

const executablePath = findChromium(false);
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});

/** A drawing as a square PNG with a transparent ground. */
async function draw(name: string, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(join(assets, name), 'utf8');
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

const pictures = new Map<number, Buffer>();
const macPictures = new Map<number, Buffer>();
for (const size of sizes) {
  pictures.set(size, await draw(size <= largestSmall ? 'icon-small.svg' : 'icon.svg', size));
  macPictures.set(size, await draw(size <= largestSmall ? 'icon-small.svg' : 'icon-mac.svg', size));
}
await browser.close();

await mkdir(join(assets, 'icons'), { recursive: true });
for (const [size, picture] of pictures) {
  await writeFile(join(assets, 'icons', `${size}x${size}.png`), picture);
}
await writeFile(join(assets, 'icon.ico'), writeIco(pictures));
await writeFile(join(assets, 'icon.icns'), writeIcns(macPictures));
