import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../run/steps.ts';

/** Letters that look like ours and are none: what still reads `abc` on a page did not come from a catalogue. */
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'åƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ';
const letters = new Map(
  Array.from(plain, (letter, place) => [letter, Array.from(accented)[place] ?? letter]),
);

const disguised = (text: string): string =>
  text
    .split(/(<\/?[a-z]+>)/u)
    .map((part) =>
      /^<\/?[a-z]+>$/u.test(part)
        ? part
        : Array.from(part, (letter) => letters.get(letter) ?? letter).join(''),
    )
    .join('');

/** Two fifths more, in words where there are words, as German makes of English. */
function padding(text: string): string {
  const length = Math.ceil(text.replaceAll(/<\/?[a-z]+>/gu, '').length * 0.4);
  const filler = 'öñéţŵöţĥŕéé'.repeat(Math.ceil(length / 11)).slice(0, length);
  return text.trim().includes(' ') ? filler.replaceAll(/(.{6})(?=.)/gu, ' $1') : filler;
}

const tokens = z.array(z.unknown());
const cases = z.record(z.string(), z.unknown());
const argument = z.tuple([z.string(), z.string().optional()], z.unknown());

function written(message: unknown): string {
  if (typeof message === 'string') return message === '#' ? '#' : disguised(message);
  return tokens
    .parse(message)
    .map((token) => (Array.isArray(token) ? writtenArgument(token) : written(token)))
    .join('');
}

function writtenArgument(token: readonly unknown[]): string {
  const [name, kind, branches] = argument.parse(token);
  if (kind === undefined) return `{${name}}`;
  if (branches === undefined) return `{${name}, ${kind}}`;
  if (typeof branches === 'string') return `{${name}, ${kind}, ${branches}}`;
  const forms = Object.entries(cases.parse(branches)).filter(([branch]) => branch !== 'offset');
  const branchTexts = forms.map(
    ([branch, inner]) => `${/^\d+$/u.test(branch) ? `=${branch}` : branch} {${written(inner)}}`,
  );
  return `{${name}, ${kind}, ${branchTexts.join(' ')}}`;
}

/** An English message in the pseudo-locale: `⟦Ļöçķ öñ⟧`. Arguments, plural forms and marks are kept. */
export function pseudoMessage(message: string): string {
  return `⟦${written(compileMessageOrThrow(message))}${padding(message.replaceAll(/\{[^{}]*\}/gu, ''))}⟧`;
}

/** The whole catalogue of the page in the pseudo-locale. */
export function pseudoCatalogue(): Record<string, string> {
  const folder = join(root, 'assets/text/en');
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file !== 'cli.json' && file !== 'system.json')
      .flatMap((file) => {
        const messages = z
          .record(z.string(), z.string())
          .parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
        return Object.entries(messages).map(([key, text]) => [key, pseudoMessage(text)]);
      }),
  );
}
