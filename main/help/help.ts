import { readFile } from 'node:fs/promises';
import type { Handlers } from '../../preload/contract.ts';
import { licences } from '../../preload/contract/help.ts';
import type { SaveText } from '../files/save-text.ts';
import { systemWord } from '../system-words.ts';
import { webClipAddress, webClipProfile } from './web-clip.ts';

/** A profile holds nothing that others must not read. */
const forEverybody = 0o644;

export type HelpOptions = {
  saveText: SaveText;
  /** Absolute path of the list that the build has written (vite.licences.ts). */
  licencesFile: string;
};

/** What help does outside the page: the web clip's profile, and the licences of what is shipped. */
export function createHelp({
  saveText,
  licencesFile,
}: HelpOptions): Pick<Handlers, 'help.saveWebClip' | 'help.licences'> {
  return {
    'help.saveWebClip': async ({ address, label }) => {
      const url = webClipAddress(address);
      const { hostname } = new URL(url);
      const suggestedName = systemWord('system.web-clip.file').replace('{host}', () => hostname);
      const wish = { suggestedName: `${suggestedName}.mobileconfig`, kind: 'profile' } as const;
      return saveText(wish, webClipProfile({ url, label }), forEverybody);
    },
    'help.licences': async () => licences.parse(JSON.parse(await readFile(licencesFile, 'utf8'))),
  };
}
