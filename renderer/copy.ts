import { call } from './portal.ts';
import { t } from './text/text.ts';
import { announce } from './ui/announce.ts';

/** Puts a line on the clipboard, through main, and says so. `what` is its name, as in "Serial number copied." */
export async function copy(text: string, what: string): Promise<void> {
  const answer = await call('app.copy', { text });
  if (answer.ok) announce(t('copied', { what }));
}
