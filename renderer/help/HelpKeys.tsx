import { everywhereKeys } from '../ui/page-keys.ts';
import { bindKeys, useKeys } from '../ui/use-keys.ts';
import { openHelp } from './help.store.ts';

/** Listens to `?` on every page. Stands once in the app and draws nothing. */
export function HelpKeys(): null {
  useKeys(bindKeys(everywhereKeys, { 'show-shortcuts': () => openHelp('shortcuts') }));
  return null;
}
