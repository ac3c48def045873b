import { selfChecks } from '../../preload/contract/diagnostics.ts';
import type { CheckResult } from '../../preload/contract/diagnostics.ts';
import { redact } from '../redaction.ts';
import type { Crash } from './crash-marks.ts';

/** What goes into a report. Whatever is not listed here is not in it. */
export type ReportFacts = {
  /** Epoch ms. */
  at: number;
  version: string;
  system: string;
  runtime: string;
  memory: string;
  languages: readonly string[];
  preferences: Readonly<Record<string, string>>;
  /** `https://host[:port]`, or null when nobody has signed in yet. */
  portal: string | null;
  /** `[user]@example.com`, or null. */
  user: string | null;
  session: string;
  keychain: string;
  notices: readonly string[];
  crash: Crash | null;
  checks: readonly CheckResult[];
  /** Lines of the log, the newest last. */
  log: readonly string[];
};

/** A user name without who it is: of an e-mail address only the domain stays, of anything else nothing. */
export function withoutUser(username: string | null): string | null {
  if (username === null || username === '') return null;
  const at = username.lastIndexOf('@');
  return at === -1 ? '[user]' : `[user]${username.slice(at)}`;
}

/** The names of main/log.ts. Between one of them and its value `parted` stands in for `=`. */
const fieldName = /\b(where|code|reference|method|route|status|took|count|state|version|cause)=/gu;
const parted = '\uE000';

const isoTime = (at: number): string => new Date(at).toISOString();

function checkLine(result: CheckResult): string {
  const { check, state, code, host, issuer, validUntil, skewMs, freeBytes, took, at } = result;
  const facts = [
    host === null ? null : `host=${host}`,
    issuer === null ? null : `issuer="${issuer}"`,
    validUntil === null ? null : `until=${isoTime(validUntil)}`,
    skewMs === null ? null : `ahead=${Math.round(skewMs / 1000)}s`,
    freeBytes === null ? null : `free=${Math.round(freeBytes / 1_000_000)}MB`,
  ].filter((fact) => fact !== null);
  return [
    `${selfChecks.indexOf(check) + 1}.`,
    check,
    state,
    code,
    ...facts,
    `took=${took}ms`,
    isoTime(at),
  ].join(' ');
}

/** Every one of these words goes, however it is written; a short one would take half the report with it. */
function scrubber(secrets: readonly string[]): (text: string) => string {
  const words = secrets.filter((word) => word.length >= 3).toSorted((a, b) => b.length - a.length);
  const pattern = words.map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&')).join('|');
  return (text) =>
    pattern === '' ? text : text.replaceAll(new RegExp(pattern, 'giu'), '[left out]');
}

/**
 * The report as a person reads it and IT gets it. It is in English whatever the app speaks: IT reads many of them.
 *
 * @param secrets words that must not be in it whatever brought them there: names of people above all
 * @returns lines of text, each without line breaks of its own
 */
export function reportText(facts: ReportFacts, secrets: readonly string[]): string {
  const scrub = scrubber(secrets);
  const clean = (text: string): string =>
    scrub(redact(text)).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  // The time at a line's beginning, and a field with its name before it, are long and full of digits, and no secret.
  const logLine = (line: string): string => {
    const [, time = '', rest = line] = /^(\d{4}-\d\d-\d\dT[\d:.]{8,12} )(.*)$/u.exec(line) ?? [];
    return `${time}${clean(rest.replaceAll(fieldName, `$1${parted}`)).replaceAll(parted, '=')}`;
  };
  const { crash, checks, log, notices, preferences } = facts;
  const sections: [string, string[]][] = [
    [
      'Latchkey diagnostics',
      [
        `made: ${isoTime(facts.at)}`,
        `version: ${facts.version}`,
        `system: ${clean(facts.system)}`,
        `runtime: ${facts.runtime}`,
        `memory: ${facts.memory}`,
        `languages: ${facts.languages.join(', ')}`,
      ],
    ],
    ['Settings', Object.entries(preferences).map(([name, value]) => `${name}: ${clean(value)}`)],
    [
      'Session',
      [
        `portal: ${facts.portal ?? 'none'}`,
        `user: ${facts.user ?? 'none'}`,
        `state: ${facts.session}`,
        `keychain: ${facts.keychain}`,
        `notices: ${notices.length === 0 ? 'none' : notices.join(', ')}`,
      ],
    ],
    [
      'Last crash',
      [crash === null ? 'none known' : `${crash.what} ${crash.reference} ${isoTime(crash.at)}`],
    ],
    [
      'Self-checks',
      checks.length === 0 ? ['none was run'] : checks.map((result) => scrub(checkLine(result))),
    ],
    ['Log, newest last', log.length === 0 ? ['nothing'] : log.map(logLine)],
  ];
  return sections
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n');
}
