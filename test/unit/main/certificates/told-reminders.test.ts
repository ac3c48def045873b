import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openToldReminders } from '../../../../main/certificates/told-reminders.ts';
import { silentLog } from '../../../support/silent-log.ts';

vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
const { openElectronStoreFile } = await import('../../../../main/files/electron-store-file.ts');

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'latchkey-reminders-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const open = () =>
  openToldReminders({ directory, openFile: openElectronStoreFile, log: silentLog });
const told = [{ kind: 'expires', certificateId: '7', at: 1_800_000_000_000, days: 14 }] as const;

it('what somebody was reminded of is known after a restart, and to nobody else', () => {
  open().keep('ines', told);
  expect(open().get('ines')).toEqual(told);
  expect(open().get('sofie')).toEqual([]);
});

it.each(['{"version":1,"own', '"no object"', '{"version":9}'])(
  'a file that says %s does not have people reminded of the same at every start',
  (content) => {
    writeFileSync(join(directory, 'reminders.json'), content);
    open().keep('ines', told);
    expect(open().get('ines')).toEqual(told);
  },
);
