import { useSession } from './app.store.ts';
import { openHelp } from './help/help.store.ts';
import { refresh } from './refresh.ts';
import { everywhereKeys } from './ui/page-keys.ts';
import { bindKeys, useKeys } from './ui/use-keys.ts';

/** Listens to the keys that mean something on every page. Stands once in the app and draws nothing. */
export function PageKeys(): null {
  const isSignedIn = useSession()?.status === 'signed-in';
  useKeys(
    bindKeys(everywhereKeys, {
      'show-shortcuts': () => openHelp('shortcuts'),
      refresh: () => {
        if (isSignedIn) void refresh();
      },
    }),
  );
  return null;
}
