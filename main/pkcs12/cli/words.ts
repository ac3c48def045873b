import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import checks from '../../../assets/text/en/checks.json' with { type: 'json' };
import cli from '../../../assets/text/en/cli.json' with { type: 'json' };
import inspection from '../../../assets/text/en/inspection.json' with { type: 'json' };

const english: Readonly<Record<string, string>> = { ...checks, ...cli, ...inspection };

/** Words of the command line itself, which speaks English only: its lines are pasted into tickets and read by others. */
export type CliWord = keyof typeof cli;

const catalogue = setupI18n();
catalogue.setMessagesCompiler(compileMessage);
catalogue.load('en', english);
const { locale } = new Intl.DateTimeFormat().resolvedOptions();
// English words with the reader's own dates, where that is English too.
catalogue.activate('en', locale.startsWith('en') ? locale : 'en-GB');

type Params = Readonly<Record<string, string | number | null>>;

/** The words for a key, with its placeholders filled in. */
export function words(key: CliWord, params: Params = {}): string {
  return catalogue._(key, params);
}

/** The words for a key that is put together at run time; null where there are none. */
export function wordsAt(key: string, params: Params = {}): string | null {
  return Object.hasOwn(english, key) ? catalogue._(key, params) : null;
}
