import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordPolicy } from './schema/config.ts';
import type { PasswordHash } from './state.ts';

// Small on purpose: the property tests sign in thousands of times, and the demo guards nothing real.
const cost = { N: 1024, r: 8, p: 1 };

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, 32, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** Salted scrypt hash of a password or a PIN. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt);
  return { salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** Whether a password is the one that was hashed; takes as long for a wrong one, and for none at all. */
export async function matches(password: string, stored: PasswordHash | null): Promise<boolean> {
  const salt = stored === null ? randomBytes(16) : Buffer.from(stored.salt, 'base64');
  const expected = stored === null ? randomBytes(32) : Buffer.from(stored.hash, 'base64');
  const hash = await derive(password, salt);
  return hash.length === expected.length && timingSafeEqual(hash, expected) && stored !== null;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function longestRun(text: string, follows: (before: number, after: number) => boolean): number {
  let longest = 0;
  let run = 0;
  let before: number | null = null;
  for (const letter of text) {
    const digit = /^\d$/u.test(letter) ? Number(letter) : null;
    if (digit === null) run = 0;
    else run = before !== null && follows(before, digit) ? run + 1 : 1;
    before = digit;
    longest = Math.max(longest, run);
  }
  return longest;
}

/**
 * The rules of a password policy that a password breaks.
 * @returns names of the policy's members, `minLength`; empty when it will do
 */
export function brokenRules(password: string, policy: PasswordPolicy): string[] {
  const kinds = {
    minUpper: count(password, /\p{Lu}/gu),
    minLower: count(password, /\p{Ll}/gu),
    minNumeric: count(password, /\d/gu),
    minSpecial: count(password, /[^\p{L}\d\s]/gu),
  };
  const length = Array.from(password).length;
  const ascending = longestRun(password, (before, after) => after === before + 1);
  const descending = longestRun(password, (before, after) => after === before - 1);
  const repeated = longestRun(password, (before, after) => after === before);
  const broken: [string, boolean][] = [
    ['minLength', length < policy.minLength],
    ['maxLength', length > policy.maxLength],
    ['minUpper', kinds.minUpper < policy.minUpper],
    ['minLower', kinds.minLower < policy.minLower],
    ['minNumeric', kinds.minNumeric < policy.minNumeric],
    ['minSpecial', kinds.minSpecial < policy.minSpecial],
    ['requiredClasses', Object.values(kinds).filter(Boolean).length < policy.requiredClasses],
    [
      'maxNumericSequence',
      policy.maxNumericSequence > 0 && Math.max(ascending, descending) > policy.maxNumericSequence,
    ],
    ['maxRepeated', policy.maxRepeated > 0 && repeated > policy.maxRepeated],
  ];
  return broken.filter(([, isBroken]) => isBroken).map(([rule]) => rule);
}

const consonants = 'bdfghjklmnprstvz';
const vowels = 'aeiou';
const letterOf = (set: string): string => set[randomInt(set.length)] ?? '';

/**
 * A new password that meets the policy and can be typed: `Kovaru-tubema-48-rizado`.
 * @returns about 63 random bits
 */
export function inventPassword(policy: PasswordPolicy): string {
  for (;;) {
    const syllable = (): string => letterOf(consonants) + letterOf(vowels);
    const word = (): string => syllable() + syllable() + syllable();
    const first = word();
    const capital = first.charAt(0).toUpperCase() + first.slice(1);
    const password = `${capital}-${word()}-${randomInt(10, 100)}-${word()}`;
    if (brokenRules(password, policy).length === 0) return password;
  }
}

/** `length` random decimal digits. */
export function inventPin(length: number): string {
  return Array.from({ length }, () => String(randomInt(10))).join('');
}
