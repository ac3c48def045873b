import type { PageTarget } from './page-target.ts';

/** How large a page is drawn, and in which theme: what Electron sets and DevTools can emulate. */
export class Emulation {
  zoomFactor = 1;
  readonly #target: PageTarget;

  constructor(target: PageTarget) {
    this.#target = target;
  }

  /** Sets `prefers-color-scheme`; Playwright's own `colorScheme` emulation competes, the last one wins. */
  async applyTheme(source: 'system' | 'light' | 'dark'): Promise<void> {
    const features = source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: source }];
    await this.#target.command('Emulation.setEmulatedMedia', { features });
  }

  /** Zooms like a browser: CSS pixels grow, the page gets fewer of them. `size` is that of the window's content. */
  async applyZoom(factor: number, size: { width: number; height: number }): Promise<void> {
    this.zoomFactor = factor;
    if (factor === 1) {
      await this.#target.command('Emulation.clearDeviceMetricsOverride');
      return;
    }
    await this.#target.command('Emulation.setDeviceMetricsOverride', {
      width: Math.round(size.width / factor),
      height: Math.round(size.height / factor),
      deviceScaleFactor: factor,
      mobile: false,
      scale: factor,
    });
  }
}
