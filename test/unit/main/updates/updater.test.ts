import electronUpdater from 'electron-updater';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UpdateHttp } from '../../../../main/updates/update-http.ts';
import { setUpUpdater } from '../../../../main/updates/updater.ts';
import type { Updater } from '../../../../main/updates/updater.ts';
import { createThrowawayCa } from '../../../portal/throwaway-ca.ts';
import type { ThrowawayCa } from '../../../portal/throwaway-ca.ts';
import { feedFile, startUpdateFeed } from '../../../support/update-feed.ts';
import type { UpdateFeed } from '../../../support/update-feed.ts';

const file = process.arch === 'x64' ? '/latest-linux.yml' : `/latest-linux-${process.arch}.yml`;
const content = Buffer.from('a package, for all that electron-updater knows');
const name = 'latchkey_2.0.0_amd64.deb';

let ca: ThrowawayCa;
let feed: UpdateFeed;
let folder = '';
beforeAll(() => {
  ca = createThrowawayCa();
});
afterAll(() => ca.remove());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-update-'));
  feed = await startUpdateFeed(ca);
});
afterEach(async () => {
  await feed.close();
  rmSync(folder, { recursive: true, force: true });
});

/** electron-updater as the .deb uses it, on an installation of version 1.0.0. */
function installed(options: { url?: string; trusts?: string } = {}): Updater {
  const config = join(folder, 'app-update.yml');
  writeFileSync(config, 'provider: generic\nupdaterCacheDirName: latchkey-updater\n');
  const updater = new electronUpdater.DebUpdater(null, {
    version: '1.0.0',
    name: 'Latchkey',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  });
  const http = new UpdateHttp({ ca: options.trusts ?? ca.pem });
  return setUpUpdater(updater, {
    url: options.url ?? feed.url,
    http,
    begin: () => {
      http.begin(null);
      return Promise.resolve();
    },
  });
}

const download = async (updater: Updater): Promise<void> => {
  expect(await updater.check()).toBe('2.0.0');
  await updater.download(() => undefined);
};
const downloaded = (): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.deb'));

describe.skipIf(process.platform !== 'linux')('an installed app', () => {
  it('downloads the newer version that its feed offers, and holds it against its checksum', async () => {
    feed.set(file, feedFile('2.0.0', { url: name, content }));
    feed.set(`/${name}`, content);
    await download(installed());
    const [path = ''] = downloaded();
    expect(readFileSync(join(folder, path)).equals(content)).toBe(true);
  });

  it.each(['1.0.0', '0.9.9', '1.0.0-beta.2'])('takes no %s: it is not newer', async (version) => {
    feed.set(file, feedFile(version, { url: name, content }));
    expect(await installed().check()).toBeNull();
  });

  it('throws away a package that is not what the feed promised', async () => {
    feed.set(file, feedFile('2.0.0', { url: name, content: Buffer.from('another') }));
    feed.set(`/${name}`, content);
    await expect(download(installed())).rejects.toThrow(/checksum/u);
    expect(downloaded()).toEqual([]);
  });

  it.each([
    ['none', ''],
    ['one that is too short', 'aGVsbG8='],
  ])('believes no feed whose checksum is %s', async (_what, sha512) => {
    feed.set(file, feedFile('2.0.0', { url: name, content, sha512 }));
    await expect(installed().check()).rejects.toThrow(/sha512/u);
    expect(feed.asked).toEqual([file]);
  });

  it.each([
    ['garbage', '\0\0}{ not yaml: ['],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['a version that is none', feedFile('latest', { url: name, content })],
    ['a list instead', '- 1\n- 2\n'],
    ['half a feed', 'version: 2.0.0\n'],
  ])('gets nowhere with %s', async (_what, text) => {
    feed.set(file, text);
    await expect(installed().check()).rejects.toThrow(/version|update info|files|YAML|yaml/u);
  });

  it('gives up on a feed that never ends', async () => {
    feed.set(file, (response) => {
      const more = (): void => {
        if (!response.destroyed)
          response.write(Buffer.alloc(65_536, 'a'), () => setImmediate(more));
      };
      more();
    });
    await expect(installed().check()).rejects.toThrow(/too much/u);
  });

  it('does not follow a feed to a connection without TLS', async () => {
    feed.set(file, (response) => {
      response.writeHead(302, { Location: `${feed.plainUrl}elsewhere.yml` }).end();
    });
    feed.set('/elsewhere.yml', feedFile('2.0.0', { url: name, content }));
    await expect(installed().check()).rejects.toThrow(/only https/u);
    expect(feed.asked.filter((path) => path.startsWith('http:'))).toEqual([]);
  });

  it('does not fetch a package without TLS, whether a redirect or the feed itself leads there', async () => {
    feed.set(file, feedFile('2.0.0', { url: name, content }));
    feed.set(`/${name}`, (response) => {
      response.writeHead(302, { Location: `${feed.plainUrl}${name}` }).end();
    });
    await expect(download(installed())).rejects.toThrow(/only https/u);
    feed.set(file, feedFile('2.0.0', { url: `${feed.plainUrl}${name}`, content }));
    await expect(download(installed())).rejects.toThrow(/only https/u);
    expect(feed.asked.filter((path) => path.startsWith('http:'))).toEqual([]);
  });

  it('does not ask a feed without TLS at all', async () => {
    await expect(installed({ url: feed.plainUrl }).check()).rejects.toThrow(/only https/u);
    expect(feed.asked).toEqual([]);
  });

  it('does not run in circles', async () => {
    feed.set(file, feedFile('2.0.0', { url: name, content }));
    feed.set(`/${name}`, (response) => {
      response.writeHead(302, { Location: `${feed.url}${name}` }).end();
    });
    await expect(download(installed())).rejects.toThrow(/circles|redirects/u);
    expect(feed.asked.length).toBeLessThan(30);
  });

  it('asks nobody whose certificate is not to be trusted', async () => {
    const other = createThrowawayCa();
    try {
      await expect(installed({ trusts: other.pem }).check()).rejects.toThrow(/certificate/u);
      expect(feed.asked).toEqual([]);
    } finally {
      other.remove();
    }
  });

  it('tells the feed nothing by which installations could be told apart', async () => {
    feed.set(file, feedFile('1.0.0', { url: name, content }));
    await installed().check();
    expect(
      [...feed.headers].filter((header) => /staging|cookie|authorization/u.test(header)),
    ).toEqual([]);
    expect(readdirSync(folder)).not.toContain('.updaterId');
  });
});
