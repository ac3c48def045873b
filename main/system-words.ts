import english from '../assets/text/en/system.json' with { type: 'json' };

/** Keys of the words that the native side shows: menus and dialogs that have to work without the page. */
export type SystemWord = keyof typeof english;

/** The words of menus and native dialogs. */
export function systemWord(key: SystemWord): string {
  return english[key];
}
