import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../electron-standin/devtools/chromium-path.ts';
import { buildDeb, electronDepends } from '../run/package/deb.ts';
import { makeP12 } from '../support/p12.ts';
import { run } from '../run/steps.ts';
import { expect, notHere, root, test } from '../support/packed.ts';

test.skip(notHere !== undefined, notHere);

/** Whether a copy of the system can be laid over it, to be thrown away. */
function whyNot(): string | undefined {
  if (process.getuid?.() !== 0) return 'installing a .deb takes root';
  if (findChromium(true) === undefined) return 'there is no Chromium with windows here';
  try {
    execFileSync('unshare', ['--mount', 'true']);
    execFileSync('dpkg-deb', ['--version']);
    execFileSync('which', ['xvfb-run', 'update-mime-database']);
    return undefined;
  } catch {
    return 'dpkg-deb, xvfb-run, update-mime-database or mount namespaces are not to be had here';
  }
}

function hasDpkg(): boolean {
  try {
    execFileSync('dpkg-deb', ['--version']);
    return true;
  } catch {
    return false;
  }
}

test('the system is told of every type of file that the app opens, whichever way it was installed', async () => {
  const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8');
  const [config, types, entry] = await Promise.all(
    ['electron-builder.yml', 'assets/linux/latchkey.xml', 'assets/linux/latchkey.desktop'].map(
      read,
    ),
  );
  const listed = (text: string | undefined, pattern: RegExp): string[] =>
    [...(text ?? '').matchAll(pattern)].map(([, one = '']) => one).toSorted();
  expect(listed(config, /^ {2}- ext: (\w+)$/gmu)).toEqual(['p12', 'pfx']);
  expect(listed(types, /<glob pattern="\*\.(\w+)"/gu)).toEqual(['p12', 'pfx']);
  const [opened = ''] = listed(entry, /^MimeType=(.*);$/gmu);
  const wanted = listed(config, /^ +(?:mimeType:|-) (application\/\S+)$/gmu);
  expect(opened.split(';').toSorted()).toEqual([...new Set(wanted)].toSorted());
});

test('a .deb brings the app, its command, its place in the menus and its icons, all of it root’s', async ({
  packed,
  folder,
}) => {
  test.skip(!hasDpkg(), 'dpkg-deb is not to be had here');
  const output = join(folder, 'latchkey.deb');
  const built = await buildDeb({
    tree: packed.tree,
    output,
    stage: join(folder, 'stage'),
    version: '1.2.3',
    architecture: 'amd64',
    depends: electronDepends,
    compression: 'none',
  });
  expect(built.code, built.output).toBe(0);
  const asked = (what: string): string => execFileSync('dpkg-deb', [what, output]).toString();
  const files = asked('--contents').trimEnd().split('\n');
  expect(files.filter((line) => !line.includes(' root/root '))).toEqual([]);
  for (const path of [
    'opt/Latchkey/latchkey',
    'opt/Latchkey/resources/app.asar',
    'opt/Latchkey/resources/apparmor-profile',
    'opt/Latchkey/resources/package-type',
    'usr/bin/latchkey -> ../../opt/Latchkey/latchkey',
    'usr/share/applications/latchkey.desktop',
    'usr/share/mime/packages/latchkey.xml',
    'usr/share/icons/hicolor/512x512/apps/latchkey.png',
    'usr/share/doc/latchkey/copyright',
  ]) {
    expect(files.filter((line) => line.endsWith(` ./${path}`))).toHaveLength(1);
  }
  const control = asked('--field');
  expect(control).toContain('Version: 1.2.3\n');
  expect(control).toContain('libsecret-1-0');
  // Set-user-id and the AppArmor profile are the scripts' work.
  const kept = join(folder, 'control');
  execFileSync('dpkg-deb', ['--control', output, kept]);
  expect((await readdir(kept)).toSorted()).toEqual(['control', 'postinst', 'prerm']);
});

test(
  'the .deb installs, starts with a file, and leaves nothing behind when it is removed',
  { tag: '@long' },
  async ({ packed, folder }) => {
    test.setTimeout(180_000);
    const reason = whyNot();
    test.skip(reason !== undefined, reason);
    const p12 = await makeP12({
      folder,
      password: 'pike-stone-Forty-1',
      email: 'ines@halden.example',
    });
    const name =
      (await readdir(packed.output)).find((entry) => entry.endsWith('.deb')) ?? 'none.deb';
    const scratch = join(folder, 'scratch');
    await mkdir(scratch);
    const script = join(root, 'test/package/try-deb.sh');
    const args = ['--mount', script, join(packed.output, name), scratch, p12.path];
    const { output } = await run('unshare', args, { quiet: true, env: packed.env });
    expect(output).toContain('link: /opt/Latchkey/latchkey');
    expect(output).toContain('type: application/x-pkcs12:*.p12');
    expect(output).toContain('opens: MimeType=application/x-pkcs12;');
    expect(output).toContain('owned by others: 0');
    expect(output).toContain('running: yes');
    expect(output).toContain('opened: /person/mail.p12');
    expect(output.split('\n').filter((line) => line.startsWith('left: '))).toEqual([]);
    expect(output.trimEnd().endsWith('done'), output).toBe(true);
  },
);
