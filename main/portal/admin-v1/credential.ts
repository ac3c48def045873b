import { failure } from '../../failure.ts';

/** What stands for a session at a portal that has none: who it is, and what goes into the header. */
export type Credential = { username: string; basic: string };

/** No session token has a space in it (wire/session.ts), so the two can't be taken for each other. */
const prefix = 'Basic ';
/** What main/session/secret.ts takes back out of the keychain. */
const longest = 4096;
// The user is an e-mail address (portal-api.md 1), and it becomes part of a filter: nothing that means something
// there, and no colon, which would end it inside the credential.
const emailAddress = /^[^\s"'()=<>:,;\\\p{Cc}]+@[^\s"'()=<>:,;\\\p{Cc}@]+$/u;

/** Is this text an e-mail address that can stand in a filter of the vendor's search as it is? */
export const isEmailAddress = (text: string): boolean => emailAddress.test(text);

/**
 * Makes the credential of HTTP Basic authentication (RFC 7617, UTF-8) out of what a person typed. It is their
 * password: only main holds it, and only the keychain may keep it.
 *
 * @returns `Basic <base64>`, which stands where the token of a session stands for other portals
 * @throws Failure `invalid-input` for a user name that is no e-mail address, a password with control characters, or
 *   both together too long to be kept
 */
export function makeCredential(username: string, password: string): string {
  if (!isEmailAddress(username))
    throw failure('invalid-input', { field: 'username', reason: 'not-an-email-address' });
  const basic = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
  if (/\p{Cc}/u.test(password) || prefix.length + basic.length > longest)
    throw failure('invalid-input', { field: 'password', reason: 'not-for-basic' });
  return prefix + basic;
}

/**
 * Reads what `makeCredential` made.
 *
 * @returns null for the token of a session, which is not one of these
 */
export function readCredential(token: string): Credential | null {
  if (!token.startsWith(prefix)) return null;
  const basic = token.slice(prefix.length);
  const [username = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':', 1);
  return isEmailAddress(username) ? { username, basic } : null;
}
