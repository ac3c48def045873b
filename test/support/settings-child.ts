import { openCache } from '../../main/cache.ts';
import { openJournal } from '../../main/activity/journal.ts';
import { openSettings } from '../../main/settings.ts';
import { createNotices } from '../../main/notices.ts';
import { sampleEntry } from './activity.ts';
import { silentLog } from './silent-log.ts';

/** Writes settings, last known answers and a journal as fast as it can until somebody kills it, and goes on from there. */
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere';
const { openElectronStoreFile: openFile } = await import('../../main/files/electron-store-file.ts');
const directory = process.argv[2] ?? '';
const notices = createNotices(() => undefined);
const common = { directory, openFile, notices, log: silentLog, now: () => Date.now() };
const settings = openSettings(common);
const cache = openCache(common);
const owner = { origin: 'https://portal.example', username: 'ines' };
const journal = openJournal(common, { ...owner, isDemo: false });
/** Twenty-four entries are some ten kilobytes: more than one write of the system's may take at once. */
const most = 24;
let next = 1 + Number(journal.entries().at(-1)?.subjects[0] ?? 0);

function writeAll(): void {
  const text = String(next).padStart(200, '0');
  settings.set({ lastUsername: text });
  cache.openFor({
    origin: owner.origin,
    account: { username: owner.username, displayName: text, emailAddress: null },
    tenantName: text,
  });
  if (journal.entries().length === most) journal.clear();
  journal.add({ ...sampleEntry({ subjects: [text] }), commands: [] });
  next += 1;
}

// So that there is something to break, however soon it is killed.
while (journal.entries().length < most / 2) writeAll();
process.stdout.write('ready\n');
for (;;) writeAll();
