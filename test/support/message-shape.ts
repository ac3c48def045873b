import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { z } from 'zod';

/** What a translation has to share with its English message, and what its language decides by itself. */
export type MessageShape = {
  /** `count plural`, `name`, `<b>`: arguments with their kind, and marks; sorted, each once. */
  arguments: string[];
  /** Branches of each plural: `count` -> `one`, `other`, `=0`. */
  plurals: Map<string, Set<string>>;
};

const shapes = new Map<string, MessageShape>();

/** Takes an ICU message apart; throws where it is no valid one. */
export function messageShape(message: string): MessageShape {
  const shape = shapes.get(message) ?? takenApart(message);
  shapes.set(message, shape);
  return shape;
}

function takenApart(message: string): MessageShape {
  const found = new Set<string>();
  const plurals = new Map<string, Set<string>>();
  const walk = (tokens: unknown): void => {
    if (typeof tokens === 'string') {
      for (const [mark] of tokens.matchAll(/<\/?[a-z]+>/gu)) found.add(mark);
    } else if (Array.isArray(tokens)) tokens.forEach(visit);
  };
  const visit = (token: unknown): void => {
    if (!Array.isArray(token)) return walk(token);
    const [name, kind, branches] = z.tuple([z.string()], z.unknown()).parse(token);
    found.add([name, kind].filter(Boolean).join(' '));
    if (typeof branches !== 'object' || branches === null) return;
    const entries = Object.entries(branches).filter(([branch]) => branch !== 'offset');
    if (kind === 'plural' || kind === 'selectordinal') {
      const known = plurals.get(name) ?? new Set();
      for (const [branch] of entries) known.add(/^\d+$/u.test(branch) ? `=${branch}` : branch);
      plurals.set(name, known);
    } else for (const [branch] of entries) found.add(`${name}: ${branch}`);
    for (const [, inner] of entries) walk(inner);
  };
  // Taking a message apart is slow, and most hold no argument.
  walk(/[{}]/u.test(message) ? compileMessageOrThrow(message) : message);
  return { arguments: [...found].sort(), plurals };
}

const reached = new Map<string, string[]>();

/** The plural categories that whole numbers up to 1000 fall into in a language: `one`, `other` in French. */
export function reachedCategories(language: string): string[] {
  const known = reached.get(language);
  if (known !== undefined) return known;
  const rules = new Intl.PluralRules(language);
  const found = [...new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)))];
  reached.set(language, found);
  return found;
}

/**
 * How a translation differs in shape from its English message: other arguments, a branch that its language needs
 * or does not know. Empty where it fits.
 */
export function misfits(language: string, english: string, translation: string): string[] {
  const wanted = messageShape(english);
  const is = messageShape(translation);
  const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories as string[];
  const counted = reachedCategories(language);
  const wrong = [
    ...wanted.arguments
      .filter((name) => !is.arguments.includes(name))
      .map((name) => `lacks ${name}`),
    ...is.arguments
      .filter((name) => !wanted.arguments.includes(name))
      .map((name) => `adds ${name}`),
  ];
  for (const [name, branches] of is.plurals) {
    const source = wanted.plurals.get(name) ?? new Set<string>();
    const needed = [...source].flatMap((branch) =>
      branch.startsWith('=') || branch === 'other' ? branch : counted,
    );
    for (const branch of needed) if (!branches.has(branch)) wrong.push(`${name} lacks ${branch}`);
    for (const branch of branches) {
      if (!branch.startsWith('=') && !known.includes(branch))
        wrong.push(`${name} knows no ${branch}`);
    }
  }
  return wrong;
}
