import { chmod, cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from '../steps.ts';
import type { Ended } from '../steps.ts';
import { sizeOf } from './tree.ts';

export type DebOptions = {
  /** The unpacked app, absolute. */
  tree: string;
  /** Where the package is put, absolute. */
  output: string;
  /** A folder for what it is made of; made anew. */
  stage: string;
  version: string;
  /** As Debian calls it: `amd64`, `arm64`. */
  architecture: string;
  depends: readonly string[];
  /** `xz` where people are to fetch it; `none` is there at once. */
  compression: 'xz' | 'none';
};

/** What Electron's binaries are linked to; where two names are given, the second is that of Ubuntu 24.04. */
export const electronDepends = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libxss1',
  'libxtst6',
  'xdg-utils',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libuuid1',
  'libsecret-1-0',
];

const iconSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512];

const control = (options: DebOptions, installedKilobytes: number): string => `Package: latchkey
Version: ${options.version}
Section: utils
Priority: optional
Architecture: ${options.architecture}
Maintainer: The Latchkey team <latchkey@latchkey.example>
Installed-Size: ${installedKilobytes}
Depends: ${options.depends.join(', ')}
Recommends: gnome-keyring | kwalletmanager
Homepage: https://latchkey.example
Description: Look after your own devices and mail certificates
 Latchkey shows the devices that your organisation manages for you, locks or
 finds a lost one, and looks inside PKCS#12 files before they are uploaded to
 the Self-Service Portal.
`;

async function layOut({ tree, stage }: DebOptions): Promise<void> {
  const assets = join(root, 'assets');
  const share = join(stage, 'usr/share');
  const put = async (from: string, ...to: string[]): Promise<void> => {
    await mkdir(join(share, ...to, '..'), { recursive: true });
    await cp(from, join(share, ...to));
  };
  await cp(tree, join(stage, 'opt/Latchkey'), { recursive: true, verbatimSymlinks: true });
  await cp(
    join(assets, 'linux/apparmor-profile'),
    join(stage, 'opt/Latchkey/resources/apparmor-profile'),
  );
  // Tells electron-updater which kind of package to ask the feed for.
  await writeFile(join(stage, 'opt/Latchkey/resources/package-type'), 'deb');
  await mkdir(join(stage, 'usr/bin'), { recursive: true });
  await symlink('../../opt/Latchkey/latchkey', join(stage, 'usr/bin/latchkey'));
  await put(join(assets, 'linux/latchkey.desktop'), 'applications/latchkey.desktop');
  await put(join(assets, 'linux/latchkey.xml'), 'mime/packages/latchkey.xml');
  const metainfo = 'example.latchkey.desktop.metainfo.xml';
  await put(join(assets, 'linux', metainfo), 'metainfo', metainfo);
  for (const size of iconSizes) {
    const name = `${size}x${size}`;
    await put(join(assets, `icons/${name}.png`), `icons/hicolor/${name}/apps/latchkey.png`);
  }
  await put(join(assets, 'icon.svg'), 'icons/hicolor/scalable/apps/latchkey.svg');
  await put(join(root, 'LICENSE'), 'doc/latchkey/copyright');
}

/** Packs the unpacked app as a .deb with dpkg-deb: the app under /opt, a link in /usr/bin, desktop entry, icons, file types. */
export async function buildDeb(options: DebOptions): Promise<Ended> {
  const { stage, output } = options;
  await rm(stage, { recursive: true, force: true });
  await layOut(options);
  const installed = await sizeOf(stage);
  await mkdir(join(stage, 'DEBIAN'));
  await writeFile(join(stage, 'DEBIAN/control'), control(options, Math.ceil(installed / 1024)));
  for (const script of ['postinst', 'prerm']) {
    const target = join(stage, 'DEBIAN', script);
    await cp(join(root, 'assets/linux', script), target);
    await chmod(target, 0o755);
  }
  // A umask of the builder's must not decide who may start the app.
  await run('chmod', ['-R', 'u=rwX,go=rX', stage], { quiet: true });
  const words = ['--root-owner-group', `-Z${options.compression}`, '--build', stage, output];
  return run('dpkg-deb', words, { quiet: true });
}
