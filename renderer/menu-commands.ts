import type { PageCommand } from '../preload/contract/shortcuts.ts';
import { openAdd } from './certificates/add/add.store.ts';
import { openHelp } from './help/help.store.ts';
import { on } from './portal.ts';
import { refresh } from './refresh.ts';
import { openRegistration } from './registration/registration.store.ts';
import { go } from './route.store.ts';
import { signOut } from './session/session.store.ts';

/** While a dialog is open the page behind it stays as it is, as for the mouse. */
const isDialogOpen = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  field?.focus();
  field?.select();
}

/** What each item of the native menu does in the page. */
const commands: Readonly<Record<PageCommand, () => void>> = {
  'show-devices': () => go('devices'),
  'show-certificates': () => go('certificates'),
  'show-inspect': () => go('inspect'),
  'show-activity': () => go('activity'),
  'show-account': () => go('account'),
  'show-settings': () => go('settings'),
  'show-about': () => openHelp('about'),
  'add-certificate': () => {
    go('certificates');
    openAdd();
  },
  'register-device': () => void openRegistration(),
  find: focusSearch,
  refresh: () => void refresh(),
  'sign-out': () => void signOut(),
  'show-help': () => openHelp('portal'),
  'show-shortcuts': () => openHelp('shortcuts'),
};

/** Carries out what is chosen in the native menu; the function that comes back stops it. */
export function followMenu(): () => void {
  return on('menu.chosen', (command) => {
    if (!isDialogOpen()) commands[command]();
  });
}
