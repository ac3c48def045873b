import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The least that Electron does: a window with one line in it. */
const bareMain = `
const { app, BrowserWindow, protocol } = require('electron');
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  protocol.handle('app', () => new Response('<!doctype html><title>Bare</title><div id="root"><p>Bare</p></div>', { headers: { 'content-type': 'text/html' } }));
  new BrowserWindow({ width: 1120, height: 760 }).loadURL('app://bare/');
});
app.on('window-all-closed', () => app.quit());
`;

/**
 * The least app there is, to measure Latchkey beside.
 *
 * @param folder absolute; the app gets one of its own in it
 * @returns the app's folder
 */
export async function makeBare(folder: string): Promise<string> {
  const bare = join(folder, 'bare');
  await mkdir(bare, { recursive: true });
  await writeFile(
    join(bare, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  );
  await writeFile(join(bare, 'main.cjs'), bareMain);
  return bare;
}
