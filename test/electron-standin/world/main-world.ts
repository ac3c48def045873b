import type { Bridge } from './bridge.ts';

/**
 * Runs in the page's own world before any script of the page: puts what the preload exposes on `window`,
 * frozen, and makes `window.open` answer null when the main process denies it. Its source text is sent
 * into the page, so it refers to nothing outside itself.
 */
export function mainWorld(bridge: Bridge): void {
  const open = window.open.bind(window);
  const UrlOfTheStart = URL;
  const { freeze, values, getPrototypeOf, defineProperty } = Object;

  const freezeDeep = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value) && getPrototypeOf(value) !== Object.prototype) return value;
    values(value).forEach(freezeDeep);
    return freeze(value);
  };
  bridge.handlers['expose'] = (name: string, api: unknown) => {
    if (name in window) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    defineProperty(window, name, { value: freezeDeep(api), enumerable: true });
  };

  const resolved = (url: string | URL): string => {
    try {
      return new UrlOfTheStart(url === '' ? 'about:blank' : url, document.baseURI).href;
    } catch {
      return String(url);
    }
  };
  window.open = (url = '', name = '', features = '') => {
    if (bridge.call('open', resolved(url), name, features) !== true) return null;
    // without features Chromium would open a tab in the window that is there
    return open(url, name, features === '' ? 'popup' : features);
  };
}
