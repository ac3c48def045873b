import type { PasswordPolicy } from '../../preload/contract/account.ts';

export type RuleId =
  | 'length'
  | 'upper'
  | 'lower'
  | 'digits'
  | 'special'
  | 'kinds'
  | 'sequence'
  | 'repeated'
  | 'history';

/** One rule and how a password stands to it; nothing here tells what was typed, only how many of what. */
export type Rule = {
  id: RuleId;
  /** `waiting`: nothing is typed yet. `server`: only the portal can tell. */
  state: 'met' | 'broken' | 'waiting' | 'server';
  /** What the rule asks for; for a length the least, and `most` beside it. */
  count: number;
  most?: number | null;
  /** What was found of it, null where there is nothing to count. */
  found: number | null;
};

/**
 * The portal's own rules for a password (portal-api.md 7.2), each with how `password` stands to it. A rule that the
 * portal does not have, or has with 0, is left out.
 */
export function passwordRules(policy: PasswordPolicy, password: string): Rule[] {
  const kinds = {
    upper: count(password, /\p{Lu}/gu),
    lower: count(password, /\p{Ll}/gu),
    digits: count(password, /\d/gu),
    special: count(password, /[^\p{L}\d\s]/gu),
  };
  const isEmpty = password === '';
  const rule = (id: RuleId, needed: number, found: number, isMet: boolean): Rule => ({
    id,
    state: isEmpty ? 'waiting' : isMet ? 'met' : 'broken',
    count: needed,
    found,
  });
  const least = (id: keyof typeof kinds, needed: number | null): Rule[] =>
    needed ? [rule(id, needed, kinds[id], kinds[id] >= needed)] : [];
  const most = (id: RuleId, allowed: number | null, found: number): Rule[] =>
    allowed ? [rule(id, allowed, found, found <= allowed)] : [];
  const kindsFound = Object.values(kinds).filter(Boolean).length;

  return [
    ...lengthRule(policy, Array.from(password).length, isEmpty),
    ...least('upper', policy.minUpper),
    ...least('lower', policy.minLower),
    ...least('digits', policy.minNumeric),
    ...least('special', policy.minSpecial),
    ...(policy.requiredClasses
      ? [rule('kinds', policy.requiredClasses, kindsFound, kindsFound >= policy.requiredClasses)]
      : []),
    ...most('sequence', policy.maxNumericSequence, longestSequence(password)),
    ...most('repeated', policy.maxRepeated, longestRun(password, 0)),
    ...(policy.history
      ? [{ id: 'history', state: 'server', count: policy.history, found: null } as const]
      : []),
  ];
}

/** How many of the rules that can be checked here are not met yet. */
export function openRules(rules: readonly Rule[]): number {
  return rules.filter(({ state }) => state === 'broken' || state === 'waiting').length;
}

function lengthRule(policy: PasswordPolicy, length: number, isEmpty: boolean): Rule[] {
  const { minLength, maxLength } = policy;
  if (!minLength && !maxLength) return [];
  const isMet = length >= (minLength ?? 0) && length <= (maxLength ?? Infinity);
  const state = isEmpty ? 'waiting' : isMet ? 'met' : 'broken';
  return [{ id: 'length', state, count: minLength ?? 0, most: maxLength, found: length }];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function longestSequence(password: string): number {
  return Math.max(longestRun(password, 1), longestRun(password, -1));
}

/** The longest run of digits of which each is `step` more than the one before. */
function longestRun(password: string, step: number): number {
  let longest = 0;
  let run = 0;
  let before: number | null = null;
  for (const letter of password) {
    const digit = /^\d$/u.test(letter) ? Number(letter) : null;
    run = digit === null ? 0 : before !== null && digit === before + step ? run + 1 : 1;
    before = digit;
    longest = Math.max(longest, run);
  }
  return longest;
}
