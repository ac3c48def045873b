import type { NativeTheme } from 'electron';
import { guardedEmitter } from '../core/guard.ts';
import { contents } from '../core/registry.ts';

type Source = NativeTheme['themeSource'];
type ThemeApi = Pick<
  NativeTheme,
  | 'themeSource'
  | 'shouldUseDarkColors'
  | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme'
  | 'inForcedColorsMode'
  | 'prefersReducedTransparency'
>;

/** Electron's `nativeTheme`: the theme has effect in the pages, the system itself counts as light. */
class StandinTheme extends guardedEmitter('nativeTheme') implements ThemeApi {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  #source: Source = 'system';

  get themeSource(): Source {
    return this.#source;
  }
  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) {
      throw new TypeError(`Error processing argument: themeSource can not be ${source}`);
    }
    const changes = source !== this.#source;
    this.#source = source;
    for (const page of contents.values()) page.applyTheme(source);
    if (changes) this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.shouldUseDarkColors;
  }
}

/** The one `nativeTheme`. */
export const nativeTheme = new StandinTheme();
