import type { MessageBoxOptions } from 'electron';
import type { OrderQuestion } from './devices/device-orders.ts';
import { systemWord } from './system-words.ts';

/** First Strong Isolate and Pop Directional Isolate: a name in other letters does not turn the sentence around. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Place of Cancel among the buttons; any other answer is a yes. */
export const cancelButton = 0;

/**
 * The native question before a wipe or a retirement. Return and Escape both cancel.
 *
 * @returns what Electron's message box shows
 */
export function orderQuestion({ kind, deviceName, platform }: OrderQuestion): MessageBoxOptions {
  const fill = (text: string): string => text.replaceAll('{device}', () => isolated(deviceName));
  const isMac = kind === 'wipe' && platform === 'macos';
  return {
    type: 'warning',
    message: fill(systemWord(`system.${kind}.title`)),
    detail: fill(systemWord(isMac ? 'system.wipe.text-mac' : `system.${kind}.text`)),
    buttons: [systemWord('system.cancel'), systemWord(`system.${kind}.do`)],
    defaultId: cancelButton,
    cancelId: cancelButton,
    noLink: true,
  };
}
