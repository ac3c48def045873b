import type { KeyFacts } from '../world/messages.ts';

const NAMED: Readonly<Record<string, string>> = {
  del: 'delete',
  down: 'arrowdown',
  esc: 'escape',
  left: 'arrowleft',
  plus: '+',
  return: 'enter',
  right: 'arrowright',
  space: ' ',
  up: 'arrowup',
};

/** The modifiers of an accelerator; on Linux CommandOrControl is Control. */
const MODIFIERS: Readonly<Record<string, 'control' | 'alt' | 'shift' | 'meta'>> = {
  alt: 'alt',
  cmdorctrl: 'control',
  commandorcontrol: 'control',
  control: 'control',
  ctrl: 'control',
  meta: 'meta',
  option: 'alt',
  shift: 'shift',
  super: 'meta',
};

/** Whether a key press is that of an accelerator such as `CmdOrCtrl+Shift+I` (Electron's notation). */
export function isAccelerator(accelerator: string, input: KeyFacts): boolean {
  const parts = accelerator.toLowerCase().split('+');
  // a trailing plus sign is the key itself
  const key = parts.at(-1) === '' ? '+' : (parts.at(-1) ?? '');
  const wanted = new Set(parts.slice(0, -1).map((part) => MODIFIERS[part]));
  const pressed = input.key.toLowerCase();
  const typed = input.code.replace(/^(Key|Digit)/, '').toLowerCase();
  const isKey = pressed === (NAMED[key] ?? key) || (key.length === 1 && typed === key);
  // a plus sign often needs Shift to be typed at all
  const shiftMatches = input.shift === wanted.has('shift') || key === '+' || key === 'plus';
  return (
    isKey &&
    shiftMatches &&
    input.control === wanted.has('control') &&
    input.alt === wanted.has('alt') &&
    input.meta === wanted.has('meta')
  );
}
