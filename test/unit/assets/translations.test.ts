import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../run/steps.ts';
import { messageShape, misfits, reachedCategories } from '../../support/message-shape.ts';

const text = join(root, 'assets/text');
const messages = z.record(z.string(), z.string());
/** The command line speaks English, as those do who read its JSON and its log lines. */
const onlyEnglish = new Set(['cli.json']);
const files = readdirSync(join(text, 'en')).filter((file) => !onlyEnglish.has(file));

function read(language: string, file: string): Record<string, string> {
  const path = join(text, language, file);
  return existsSync(path) ? messages.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
}

/** Every message of a language with the English one of the same file and key. */
function pairs(language: string): { key: string; english: string; translation: string }[] {
  return files.flatMap((file) => {
    const english = read('en', file);
    return Object.entries(read(language, file)).flatMap(([key, translation]) => {
      const source = english[key];
      return source === undefined ? [] : [{ key, english: source, translation }];
    });
  });
}

const languages = ['de', 'fr', 'es', 'ja'] as const;

describe.each(languages)('the messages in %s', (language) => {
  it('are all there, and no more', () => {
    const missing = files.flatMap((file) => {
      const translated = read(language, file);
      return Object.keys(read('en', file)).filter((key) => !Object.hasOwn(translated, key));
    });
    const superfluous = readdirSync(join(text, language)).flatMap((file) => {
      const english = read('en', file);
      return Object.keys(read(language, file)).filter((key) => !Object.hasOwn(english, key));
    });
    expect({ missing, superfluous }).toEqual({ missing: [], superfluous: [] });
  });

  it('take the same arguments, and have the plural forms of their language', () => {
    const wrong = pairs(language).flatMap(({ key, english, translation }) =>
      misfits(language, english, translation).map((misfit) => `${key}: ${misfit}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are set with care: no empty one, no straight quotes, no spaces too many', () => {
    const wrong = pairs(language).filter(
      ({ translation }) => translation.trim() !== translation || /^$|['"]| {2}/u.test(translation),
    );
    expect(wrong.map(({ key, translation }) => `${key}: ${translation}`)).toEqual([]);
  });
});

describe('typography', () => {
  const wrong = (language: string, pattern: RegExp): string[] =>
    pairs(language)
      .filter(({ translation }) => pattern.test(translation))
      .map(({ key, translation }) => `${key}: ${translation}`);

  it('German quotes as „this“, and says Sie', () => {
    expect(wrong('de', /[“](?=\p{L})|”|(?<![\p{L}])(?:du|dein\p{L}*|dich|dir)(?!\p{L})/u)).toEqual(
      [],
    );
  });

  it('French puts a narrow space that does not break before ; : ! ? and inside « »', () => {
    expect(
      wrong('fr', /(?<!\u202F)[;!?»]|(?<![\u202F\d/])(?<!https?):(?!\/\/)|«(?!\u202F)|[“”]/u),
    ).toEqual([]);
  });

  it('Spanish opens its questions and exclamations', () => {
    const unopened = pairs('es').filter(
      ({ translation }) =>
        translation.split('?').length !== translation.split('¿').length ||
        translation.split('!').length !== translation.split('¡').length,
    );
    expect(unopened.map(({ key }) => key)).toEqual([]);
  });

  it('Japanese sets its own full stops and commas', () => {
    expect(wrong('ja', /[\u3040-\u30FF\u4E00-\u9FFF][.,?!](?:\s|$)/u)).toEqual([]);
  });
});

describe('the comparison itself', () => {
  it('tells a missing argument, a missing form and one that the language does not know', () => {
    const english = '{count, plural, =0 {None} one {# file of {name}} other {# files of {name}}}';
    expect(misfits('de', english, english)).toEqual([]);
    expect(misfits('de', english, '{count, plural, one {# Datei} other {# Dateien}}')).toEqual([
      'lacks name',
      'count lacks =0',
    ]);
    expect(misfits('fr', english, '{count, plural, =0 {a {name}} other {# b {name}}}')).toEqual([
      'count lacks one',
    ]);
    expect(misfits('ja', english, english)).toEqual(['count knows no one']);
    expect(misfits('de', 'To <b>{who}</b>', 'An {who}')).toEqual(['lacks </b>', 'lacks <b>']);
    expect(reachedCategories('ja')).toEqual(['other']);
    expect(messageShape('{at, date} {count, plural, other {#}}').arguments).toEqual([
      'at date',
      'count plural',
    ]);
  });
});
