import { openSettings } from '../../main/settings.ts';
import { createNotices } from '../../main/notices.ts';
import { silentLog } from './silent-log.ts';

/** Writes settings as fast as it can until somebody kills it. */
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere';
const { openElectronStoreFile } = await import('../../main/files/electron-store-file.ts');
const settings = openSettings({
  directory: process.argv[2] ?? '',
  openFile: openElectronStoreFile,
  notices: createNotices(() => undefined),
  log: silentLog,
  now: () => 0,
});
process.stdout.write('ready\n');
for (let i = 0; ; i += 1) settings.set({ lastUsername: String(i).padStart(200, '0') });
