import { styleText } from 'node:util';
import { visibleText } from '../x509/visible-text.ts';
import { chainLines } from './chain-lines.ts';
import { keyFacts, nameText, personFacts, protectionFacts } from './facts.ts';
import { checkSentences, failureSentences } from './sentences.ts';
import { words } from './words.ts';
import { wrap } from './wrap.ts';
import type { Check, Inspection } from '../../../preload/contract/inspection.ts';
import type { Fact } from './facts.ts';
import type { Outcome } from './look.ts';

/** Where a report goes. */
export type Paper = {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
  /** Epoch ms. */
  readonly now: number;
};

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';
type Ink = (style: Style, text: string) => string;

const labelWidth = 16;
const marks = {
  error: ['red', '✕'],
  warning: ['yellow', '!'],
  info: ['cyan', '·'],
  passed: ['green', '✓'],
} as const satisfies Record<Check['level'], readonly [Style, string]>;

/** What a person reads of one file: whose it is, the chain, then what to know before using it. */
export function report(outcome: Outcome, paper: Paper): string {
  const ink: Ink = (style, text) =>
    paper.colour && text !== '' ? styleText(style, text, { validateStream: false }) : text;
  const lines =
    outcome.kind === 'opened'
      ? opened(outcome.file, outcome.inspection, paper, ink)
      : refused(outcome, paper, ink);
  return `${lines.join('\n')}\n`;
}

function refused(
  outcome: Exclude<Outcome, { kind: 'opened' }>,
  { width }: Paper,
  ink: Ink,
): string[] {
  const { title, todo } = failureSentences(outcome);
  const [style, mark] = marks.error;
  return [
    ink('bold', visibleText(outcome.file)),
    ...indented(title, width, `  ${ink(style, mark)} `, '    '),
    ...indented(todo, width, '    '),
  ];
}

function opened(file: string, inspection: Inspection, paper: Paper, ink: Ink): string[] {
  const [first] = inspection.chain;
  const person = first === undefined ? undefined : inspection.certificates[first];
  const size = ink('dim', words('cli.size', { size: inspection.size }));
  const heading = person === undefined ? words('cli.none') : ink('bold', nameText(person.subject));
  const list = [
    ...(person === undefined ? [] : personFacts(person, paper.now)),
    ...keyFacts(inspection),
    ...protectionFacts(inspection),
  ];
  const chain = chainLines(inspection);
  return [
    `${ink('bold', visibleText(file))}  ${size}`,
    '',
    `  ${heading}`,
    ...list.flatMap((fact) => factLines(fact, paper, ink)),
    ...(chain.length === 0
      ? []
      : ['', ...chain.map(({ text, note }) => chainLine(text, note, ink))]),
    '',
    ...checks(inspection.checks, paper, ink),
  ];
}

function factLines([label, value]: Fact, { width }: Paper, ink: Ink): string[] {
  const start = `  ${ink('dim', label.padEnd(labelWidth))}`;
  return indented(value, width, start, ' '.repeat(labelWidth + 2));
}

function chainLine(text: string, note: string, ink: Ink): string {
  return note === '' ? `  ${text}` : `  ${text}  ${ink('dim', note)}`;
}

/** Errors, warnings and notes in full; what passed is only counted. */
function checks(list: readonly Check[], { width }: Paper, ink: Ink): string[] {
  const of = (level: Check['level']): Check[] => list.filter((check) => check.level === level);
  const counts = [
    [of('error'), 'cli.count.errors', marks.error],
    [of('warning'), 'cli.count.warnings', marks.warning],
    [of('info'), 'cli.count.notes', marks.info],
    [of('passed'), 'cli.count.passed', marks.passed],
  ] as const;
  const summary = counts
    .filter(([found]) => found.length > 0)
    .map(([found, word, [style, mark]]) => {
      return ink(style, `${mark} ${words(word, { count: found.length })}`);
    });
  const shown = [...of('error'), ...of('warning'), ...of('info')];
  return [
    `  ${summary.join('   ')}`,
    ...shown.flatMap((check) => ['', ...checkLines(check, width, ink)]),
  ];
}

function checkLines(check: Check, width: number, ink: Ink): string[] {
  const { found, why, todo } = checkSentences(check);
  const [style, mark] = marks[check.level];
  return [
    ...indented(found, width, `  ${ink(style, mark)} `, '    ').map((line) => ink('bold', line)),
    ...(why === null ? [] : indented(why, width, '    ')),
    ...(todo === null ? [] : indented(todo, width, `    ${ink('cyan', '→')} `, '      ')),
    `    ${ink('dim', check.source)}`,
  ];
}

/** Text broken to the width, its first line after `start` and the others after `rest`. */
function indented(text: string, width: number, start: string, rest = start): string[] {
  return wrap(text, width - rest.length).map((line, place) => (place === 0 ? start : rest) + line);
}
