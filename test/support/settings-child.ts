import { openCache } from '../../main/cache.ts';
import { openJournal } from '../../main/activity/journal.ts';
import { openSettings } from '../../main/settings.ts';
import { createNotices } from '../../main/notices.ts';
import { sampleEntry } from './activity.ts';
import { silentLog } from './silent-log.ts';

/** Writes settings, last known answers and a journal as fast as it can until somebody kills it. */
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere';
const { openElectronStoreFile: openFile } = await import('../../main/files/electron-store-file.ts');
const directory = process.argv[2] ?? '';
const notices = createNotices(() => undefined);
const common = { directory, openFile, notices, log: silentLog, now: () => Date.now() };
const settings = openSettings(common);
const cache = openCache(common);
const owner = { origin: 'https://portal.example', username: 'ines' };
const journal = openJournal(common, { ...owner, isDemo: false });
process.stdout.write('ready\n');
for (let i = 0; ; i += 1) {
  const text = String(i).padStart(200, '0');
  settings.set({ lastUsername: text });
  cache.openFor({
    origin: owner.origin,
    account: { username: owner.username, displayName: text, emailAddress: null },
    tenantName: text,
  });
  // Twenty-four entries are some ten kilobytes: more than one write of the system's may take at once.
  if (i % 24 === 0) journal.clear();
  journal.add({ ...sampleEntry({ subjects: [text] }), commands: [] });
}
