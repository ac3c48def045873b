import { words } from './words.ts';
import type { CliWord } from './words.ts';

const optionLines: readonly (readonly [option: string, word: CliWord])[] = [
  ['--password TEXT', 'cli.option.password'],
  ['--password-stdin', 'cli.option.password-stdin'],
  ['--purpose PURPOSE', 'cli.option.purpose'],
  ['--email ADDRESS', 'cli.option.email'],
  ['--json', 'cli.option.json'],
  ['--no-acceleration', 'cli.option.no-acceleration'],
  ['--manifest FILE', 'cli.option.manifest'],
  ['--help', 'cli.option.help'],
];

/** How the command is used. */
export function usage(): string {
  const options = optionLines.map(([option, word]) => `  ${option.padEnd(20)}${words(word)}`);
  return [
    words('cli.usage'),
    words('cli.usage.more'),
    '',
    ...options,
    '',
    words('cli.exit'),
    '',
  ].join('\n');
}
