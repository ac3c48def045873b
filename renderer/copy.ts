import { call } from './portal.ts';
import { t } from './text/text.ts';
import { announce } from './ui/announce.ts';

/** Puts a line on the clipboard, through main, and says so. `what` is its name, as in "Serial number copied." */
export async function copy(text: string, what: string): Promise<void> {
  const answer = await call('app.copy', { text });
  if (answer.ok) announce(t('copied', { what }));
}

/** Puts names and values on the clipboard, "name: value" in each line, and says so. `what` is the name of them all. */
export function copyLines(
  lines: readonly (readonly [name: string, value: string])[],
  what: string,
): Promise<void> {
  return copy(lines.map(([name, value]) => `${name}: ${value}`).join('\n'), what);
}
