import { describe, expect, it } from 'vitest';
import type { PasswordPolicy } from '../../../../preload/contract/account.ts';
import { openRules, passwordRules } from '../../../../renderer/password/password-rules.ts';
import type { RuleId } from '../../../../renderer/password/password-rules.ts';
import { foundWords, ruleWords } from '../../../../renderer/password/rule-words.ts';
import { noPolicy } from '../account/sample.ts';

const policy: PasswordPolicy = {
  ...noPolicy,
  minLength: 12,
  maxLength: 32,
  minUpper: 1,
  minNumeric: 1,
  minSpecial: 1,
  requiredClasses: 3,
  maxNumericSequence: 2,
  maxRepeated: 1,
  history: 6,
};
const broken = (password: string, rules: PasswordPolicy = policy): RuleId[] =>
  passwordRules(rules, password)
    .filter(({ state }) => state === 'broken')
    .map(({ id }) => id);

describe('the rules for a new password', () => {
  it('are the portal’s own, and none that it does not have', () => {
    expect(passwordRules(noPolicy, 'x')).toEqual([]);
    expect(passwordRules({ ...noPolicy, minUpper: 0 }, 'x')).toEqual([]);
    expect(passwordRules({ ...noPolicy, minLength: 8 }, 'x').map(ruleWords)).toEqual([
      'At least 8 characters',
    ]);
  });

  it('call nothing wrong before something is typed', () => {
    const rules = passwordRules(policy, '');
    expect(new Set(rules.map(({ state }) => state))).toEqual(new Set(['waiting', 'server']));
    expect(openRules(rules)).toBe(7);
  });

  it.each<[string, RuleId[]]>([
    ['Tram-48-harbor', []],
    ['tram-4411-harbor', ['upper', 'repeated']],
    ['Tram-48', ['length']],
    ['Tram-123-harbor', ['sequence']],
    ['Tram-321-harbor', ['sequence']],
    ['Tram-121-harbor', []],
    ['tramwaysharbors', ['upper', 'digits', 'special', 'kinds']],
    ['Tram 48 harbor', ['special']],
    ['Ärger-48-händel', []],
    [`T-4${'x'.repeat(30)}`, ['length']],
  ])('find in %s what the portal would find: %j', (password, ids) => {
    expect(broken(password)).toEqual(ids);
  });

  it('count a letter outside the first plane once', () => {
    expect(passwordRules({ ...noPolicy, minLength: 2 }, '🔑')[0]?.found).toBe(1);
  });

  it('are said with how far each is met, and nothing of what was typed', () => {
    const rules = passwordRules(policy, 'tram-4411-harbor');
    expect(rules.map((rule) => [ruleWords(rule), foundWords(rule)])).toEqual([
      ['12 to 32 characters', '16'],
      ['An upper-case letter', 'none yet'],
      ['A digit', '4'],
      ['A special character', '2'],
      ['At least 3 of 4 kinds', '3'],
      ['At most 2 digits in sequence, such as 123', ''],
      ['No digit twice in a row', '2 in a row'],
      ['Not one of your last 6', 'server checks'],
    ]);
  });
});
