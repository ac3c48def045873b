/* npm run undo [-- ITEM...]: undoes each protection in a copy of the project, and sees its test turn red. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { protections } from '../security/protections.ts';
import type { Protection } from '../security/protections.ts';
import { root, run } from './steps.ts';

const left = new Set(['node_modules', 'out', 'dist', '.git', 'test-results']);

async function copyProject(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'latchkey-undo-'));
  await cp(root, copy, {
    recursive: true,
    filter: (path) => !left.has(relative(root, path).split(sep)[0] ?? ''),
  });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** What came of one: `red` is as it should be. */
async function undo(copy: string, { file, find, replace, test, title }: Protection) {
  const path = join(copy, file);
  const text = await readFile(path, 'utf8');
  if (text.split(find).length !== 2) return 'stale: the text to undo does not stand there once';
  await writeFile(
    path,
    text.replace(find, () => replace),
  );
  const pattern = title.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
  const { code, output } = await (test.endsWith('.spec.ts')
    ? run('playwright', ['test', test, '-g', pattern], { quiet: true, cwd: copy })
    : run('vitest', ['run', test, '-t', pattern], { quiet: true, cwd: copy }));
  await writeFile(path, text);
  if (code === 0) return 'GREEN: nobody noticed';
  // Red for the right reason: this test ran and failed, and it was not the build.
  return /[1-9]\d* failed/u.test(output) && output.includes(title) ? 'red' : `broken:\n${output}`;
}

const asked = process.argv.slice(2);
const chosen = protections.filter(({ item }) => asked.length === 0 || asked.includes(item));
const copy = await copyProject();
let unproven = 0;
for (const protection of chosen) {
  const outcome = await undo(copy, protection);
  if (outcome !== 'red') unproven += 1;
  console.log(`${protection.item.padEnd(4)} ${protection.file}: ${protection.find.split('\n')[0]}`);
  console.log(`     ${outcome}  ${protection.test} “${protection.title}”`);
}
await rm(copy, { recursive: true, force: true });
console.log(`${chosen.length - unproven} of ${chosen.length} protections are missed when undone`);
process.exitCode = unproven === 0 ? 0 : 1;
