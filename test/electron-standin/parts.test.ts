import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mapPolicy, originOf, schemes, toAppUrl, toChromiumUrl } from './core/addresses.ts';
import { guarded, guardedEmitter } from './core/guard.ts';
import { findChromium } from './devtools/chromium-path.ts';
import { isAccelerator } from './modules/accelerator.ts';
import { proxyFor } from './modules/proxy.ts';
import { piecesOf } from './page/pieces.ts';

describe('an address of the app', () => {
  beforeEach(() => void schemes.set('app', { privileges: {}, handler: undefined }));
  afterEach(() => schemes.clear());

  it.each([
    ['app://portal/index.html', 'http://portal.app.app-scheme.localhost/index.html'],
    ['app://portal', 'http://portal.app.app-scheme.localhost/'],
    ['app://portal/a?b#c', 'http://portal.app.app-scheme.localhost/a?b#c'],
    ['https://example.com/', 'https://example.com/'],
    ['file:///etc/passwd', 'file:///etc/passwd'],
  ])('%s is %s for Chromium', (app, chromium) => {
    expect(toChromiumUrl(app)).toBe(chromium);
    expect(toChromiumUrl(toAppUrl(chromium))).toBe(chromium);
  });

  it('has the origin that Electron gives it', () => {
    expect(originOf('http://portal.app.app-scheme.localhost/x/y')).toBe('app://portal');
    expect(originOf('about:blank')).toBe('null');
  });

  it('is meant by the scheme in a policy', () => {
    expect(mapPolicy("img-src 'self' app: data:")).toBe(
      "img-src 'self' http://*.app.app-scheme.localhost data:",
    );
  });
});

describe('the Chromium that is used', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'standin-chromium-'));
    for (const name of ['chromium', 'chromium-headless-shell']) {
      writeFileSync(join(folder, name), '', { mode: 0o755 });
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has windows only where somebody looks at them', () => {
    const env = { PATH: folder };
    expect(findChromium(true, env)).toBe(join(folder, 'chromium'));
    expect(findChromium(false, env)).toBe(join(folder, 'chromium-headless-shell'));
  });

  it('is the one that was named, and no other in its place', () => {
    expect(findChromium(true, { PATH: folder, STANDIN_CHROMIUM: join(folder, 'none') })).toBe(
      undefined,
    );
  });
});

describe('a long message', () => {
  it.each([
    ['', ['']],
    ['abc', ['abc']],
    ['abcd', ['abc', 'd']],
    ['abcdef', ['abc', 'def']],
    ['ab\u{1F512}cd', ['ab', '\u{1F512}c', 'd']],
    ['\u{1F512}\u{1F512}', ['\u{1F512}', '\u{1F512}']],
    ['abc\u{1F512}', ['abc', '\u{1F512}']],
  ])('travels in pieces that are whole characters: %j', (text, pieces) => {
    expect(piecesOf(text, 3)).toEqual(pieces);
  });
});

describe('what the stand-in lacks', () => {
  it('throws by name, and leaves own members replaceable', () => {
    const api: Record<string, unknown> = guarded('shell', { beep: () => 1 });
    api['beep'] = 2;
    expect(api['beep']).toBe(2);
    expect(() => api['openExternal']).toThrow('stand-in: shell.openExternal is not implemented');
  });

  it('throws on emitters too, which work as emitters all the same', () => {
    const Emitter = guardedEmitter('app');
    const emitter = new Emitter();
    let heard = 0;
    emitter.on('x', () => {
      heard += 1;
    });
    emitter.emit('x');
    expect(heard).toBe(1);
    expect(() => String(Reflect.get(emitter, 'dock'))).toThrow(
      'stand-in: app.dock is not implemented',
    );
  });
});

describe('an accelerator', () => {
  const key = { code: '', isAutoRepeat: false, alt: false, meta: false } as const;

  it.each([
    ['CmdOrCtrl+Shift+I', 'I', true, true, true],
    ['CmdOrCtrl+Shift+I', 'i', true, false, false],
    ['CmdOrCtrl+Plus', '+', true, true, true],
    ['CmdOrCtrl+-', '-', true, false, true],
    ['F11', 'F11', false, false, true],
    ['F11', 'F11', true, false, false],
  ])('%s is pressed by %s (control %s, shift %s): %s', (name, pressed, control, shift, is) => {
    expect(isAccelerator(name, { ...key, key: pressed, control, shift })).toBe(is);
  });
});

describe('a proxy', () => {
  const env = { https_proxy: 'http://proxy.example:3128', no_proxy: 'intern.example,.local' };

  it.each([
    ['https://portal.example/', 'PROXY proxy.example:3128'],
    ['http://portal.example/', 'DIRECT'],
    ['https://a.intern.example/', 'DIRECT'],
    ['https://127.0.0.1:1/', 'DIRECT'],
  ])('for %s is %s', (url, proxy) => {
    expect(proxyFor(url, env)).toBe(proxy);
  });
});
