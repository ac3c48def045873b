import { describe, expect, it } from 'vitest';
import {
  brokenRules,
  hashPassword,
  inventPassword,
  matches,
} from '../../../../main/demo-portal/passwords.ts';
import { seedState } from '../../../../main/demo-portal/seed/seed.ts';

const { passwordPolicy } = seedState(0);
const policy = { ...passwordPolicy, maxNumericSequence: 2 };

describe('the password policy', () => {
  it.each([
    ['Tram-4712-harbor', []],
    ['tram-4411-harbor', ['minUpper', 'maxRepeated']],
    ['Tram-47', ['minLength']],
    ['Tram-4712-harbor-and-one-word-more', ['maxLength']],
    ['Tram-harbor-quay', ['minNumeric']],
    ['Tram4712harbor', ['minSpecial']],
    ['Tram-123-harbor', ['maxNumericSequence']],
    ['Tram-321-harbor', ['maxNumericSequence']],
    ['4712-4712-4712', ['minUpper', 'requiredClasses']],
    ['Éclair-4712-été', []],
  ])('finds of %s what it breaks', (password, broken) => {
    expect(brokenRules(password, policy)).toEqual(broken);
  });

  it('is met by every password that the portal invents', () => {
    const invented = Array.from({ length: 200 }, () => inventPassword(passwordPolicy));
    expect(invented.flatMap((password) => brokenRules(password, passwordPolicy))).toEqual([]);
    expect(new Set(invented).size).toBe(200);
  });
});

describe('a password hash', () => {
  it('fits its password alone, however its accents are composed', async () => {
    const stored = await hashPassword('Caf\u00e9-4712');
    expect(await matches('Cafe\u0301-4712', stored)).toBe(true);
    expect(await matches('Cafe-4712', stored)).toBe(false);
    expect(await matches('anything', null)).toBe(false);
  });

  it('differs for the same password, and does not hold it', async () => {
    const [first, second] = [await hashPassword('Tram-4712'), await hashPassword('Tram-4712')];
    expect(first.hash).not.toBe(second.hash);
    expect(JSON.stringify(first)).not.toContain('Tram');
  });
});
