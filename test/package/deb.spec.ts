import { execFileSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeP12 } from '../support/p12.ts';
import { run } from '../run/steps.ts';
import { expect, notHere, root, test } from '../support/packed.ts';

/** Whether a copy of the system can be laid over it, to be thrown away. */
function whyNot(): string | undefined {
  if (notHere !== undefined) return notHere;
  if (process.getuid?.() !== 0) return 'installing a .deb takes root';
  try {
    execFileSync('unshare', ['--mount', 'true']);
    execFileSync('dpkg-deb', ['--version']);
    execFileSync('which', ['xvfb-run', 'update-mime-database']);
    return undefined;
  } catch {
    return 'dpkg-deb, xvfb-run, update-mime-database or mount namespaces are not to be had here';
  }
}
const reason = whyNot();
test.skip(reason !== undefined, reason);

test(
  'the .deb installs, starts with a file, and leaves nothing behind when it is removed',
  { tag: '@long' },
  async ({ packed, folder }) => {
    test.setTimeout(180_000);
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
