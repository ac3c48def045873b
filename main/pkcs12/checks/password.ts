import { commonPasswords } from './common-passwords.ts';
import { defineRule } from './rule.ts';
import { sameAddress } from './address.ts';

const shortest = 12;

/** Judged here and nowhere else: neither the password nor its length leaves this function. */
export const passwordStrength = defineRule({
  id: 'password-strength',
  source: 'Latchkey',
  variants: {
    strong: 'passed',
    empty: 'warning',
    common: 'warning',
    address: 'warning',
    short: 'warning',
  },
  find: ({ password, container }, { email }) => {
    if (container.passwordUsed === 'none') return null;
    const found = '-';
    if (container.passwordUsed === 'empty' || !password) return { variant: 'empty', found };
    if (email !== null && resemblesAddress(password, email)) return { variant: 'address', found };
    if (isCommon(password)) return { variant: 'common', found };
    const isShort = password.length < shortest;
    return { variant: isShort ? 'short' : 'strong', found, params: { shortest } };
  },
});

function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  const stem = plain.replace(/[^a-z]+$/u, '');
  return (
    commonPasswords.has(plain) ||
    (stem.length >= 4 && commonPasswords.has(stem) && plain.length - stem.length <= 6) ||
    new Set(plain).size < 3
  );
}

function resemblesAddress(password: string, email: string): boolean {
  const [local = ''] = email.toLowerCase().split('@');
  return sameAddress(password, email) || password.toLowerCase() === local;
}

/** PBES1 and PBES2 write letters beyond ASCII in different ways, and programs disagree about both. */
export const passwordCharacters = defineRule({
  id: 'password-characters',
  source: 'RFC 7292 B.1',
  variants: { ascii: 'passed', 'non-ascii': 'info' },
  find: ({ password, container }) => {
    if (container.passwordUsed !== 'given' || !password) return null;
    return { variant: /^[ -~]*$/u.test(password) ? 'ascii' : 'non-ascii', found: '-' };
  },
});
