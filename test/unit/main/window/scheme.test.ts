import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePath, createSchemeHandler } from '../../../../main/window/scheme.ts';

let outside = '';
let handle: (request: Request) => Promise<Response>;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'latchkey-scheme-'));
  const root = join(outside, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(outside, 'secret.js'), 'secret');
  await writeFile(join(root, 'index.html'), '<meta content="__NONCE__">');
  await writeFile(join(root, 'assets/app.js'), 'app');
  await symlink(join(outside, 'secret.js'), join(root, 'assets/link.js'));
  handle = createSchemeHandler(root);
});
afterAll(() => rm(outside, { recursive: true }));

describe('app://', () => {
  it.each([
    ['app://portal/index.html', 'index.html'],
    ['app://portal/assets/app.js?v=1#top', 'assets/app.js'],
  ])('takes %s for %s', (address, path) => {
    expect(bundlePath(address)).toBe(path);
  });

  it.each([
    'app://portal/../secret.js',
    'app://portal/%2e%2e/secret.js',
    'app://portal/assets/%2e%2e%2fsecret.js',
    'app://portal/..%5csecret.js',
    'app://portal/%252e%252e/secret.js',
    'app://portal//etc/passwd.js',
    'app://portal/C:/secret.js',
    'app://portal/assets/app.js%00.html',
    'app://portal/%E0%A4%A',
    'app://portal/main.ts',
    'app://portal/',
    'app://elsewhere/index.html',
    'app://portal.evil/index.html',
    'file:///etc/passwd',
  ])('refuses %s', (address) => {
    expect(bundlePath(address)).toBeNull();
  });

  it('refuses a link that leads out of the bundle', async () => {
    expect((await handle(new Request('app://portal/assets/link.js'))).status).toBe(404);
  });

  it('refuses every method but GET', async () => {
    const posted = new Request('app://portal/index.html', { method: 'POST', body: 'x' });
    expect((await handle(posted)).status).toBe(405);
  });

  it('serves a file with its type, nosniff and the policy', async () => {
    const response = await handle(new Request('app://portal/assets/app.js'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('app');
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('gives the page a fresh nonce at every load, the same in header and page', async () => {
    const load = async (): Promise<string> => {
      const response = await handle(new Request('app://portal/index.html'));
      const nonce = /content="([^"]+)"/u.exec(await response.text())?.[1] ?? '';
      expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      return nonce;
    };
    const first = await load();
    expect(first.length).toBeGreaterThan(20);
    expect(await load()).not.toBe(first);
  });
});
