import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createThrowawayCa } from '../portal/throwaway-ca.ts';
import { launchApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { expect, notHere, test } from '../support/packed.ts';
import type { Packed } from '../support/packed.ts';
import { feedFile, startUpdateFeed } from '../support/update-feed.ts';

test.skip(notHere !== undefined, notHere);

const name = 'latchkey_9.0.0_amd64.deb';
const content = Buffer.from('the next version');
const feedPath = process.arch === 'x64' ? '/latest-linux.yml' : `/latest-linux-${process.arch}.yml`;

/** Starts the package as one of a .deb, with a feed in its settings, and goes to Settings. */
async function openSettings(
  { tree, executable, env }: Packed,
  folder: string,
  options: { feed: string; ca: string },
): Promise<RunningApp & { page: Page }> {
  const profile = join(folder, 'profile');
  await mkdir(profile, { recursive: true });
  await writeFile(join(tree, 'resources/package-type'), 'deb');
  const settings = {
    version: 1,
    preferences: { theme: 'system', language: 'en' },
    windowBounds: null,
    lastAddress: null,
    lastUsername: null,
    storedSession: null,
    leftInKeychain: [],
    updateFeed: options.feed,
  };
  await writeFile(join(profile, 'settings.json'), JSON.stringify(settings));
  const app = await launchApp({
    profile,
    executable,
    env: { ...env, NODE_EXTRA_CA_CERTS: options.ca, XDG_CACHE_HOME: join(folder, 'cache') },
  });
  await app.page.getByRole('button', { name: 'Try the demo portal' }).click();
  await app.page.getByRole('link', { name: 'Settings' }).click();
  return app;
}

test(
  'the packaged app finds a newer version, checks it, and says so in Settings; a feed that lies is told there too',
  { tag: '@long' },
  async ({ packed, folder }) => {
    const ca = createThrowawayCa();
    const feed = await startUpdateFeed(ca);
    try {
      feed.set(feedPath, feedFile('9.0.0', { url: name, content: Buffer.from('another') }));
      feed.set(`/${name}`, content);
      const app = await openSettings(packed, folder, { feed: feed.url, ca: ca.file });
      const updates = app.page.getByRole('region', { name: 'Updates' });
      await updates.getByRole('button', { name: 'Look for updates now' }).click();
      await expect(updates.getByText('did not work')).toBeVisible();
      feed.set(feedPath, feedFile('9.0.0', { url: name, content }));
      await updates.getByRole('button', { name: 'Look for updates now' }).click();
      await expect(updates.getByRole('button', { name: 'Restart and update' })).toBeVisible();
      expect(app.complaints).toEqual([]);
      await app.close();
    } finally {
      await rm(join(packed.tree, 'resources/package-type'), { force: true });
      await feed.close();
      ca.remove();
    }
  },
);
