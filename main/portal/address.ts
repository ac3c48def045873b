import { failure } from '../failure.ts';

const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//iu;
// White space, control characters and backslashes inside an address are how one host is made to look like another.
const suspicious = /[\s\\\p{Cc}\p{Cf}]/u;

/** Does this origin stay on this computer? Only then may it be plain HTTP. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/u.test(hostname)
  );
}

const refused = (reason: string): Error => failure('invalid-input', { field: 'address', reason });

/**
 * Understands what a person types or pastes as the address of their portal: a host name, `host:port`, an origin,
 * or a link into the portal (`https://host/user/login.html`).
 *
 * @returns the origin, `https://host[:port]`; a name in other letters as punycode, so that it can't pass for another
 * @throws Failure `invalid-input` on `address`: `not-an-address`, `not-https` (plain HTTP is for loopback only), or
 *   `userinfo` (`https://known.example@other.example`)
 */
export function readAddress(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || suspicious.test(trimmed)) throw refused('not-an-address');
  const url = URL.parse(hasScheme.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || url.hostname === '') throw refused('not-an-address');
  if (url.username !== '' || url.password !== '') throw refused('userinfo');
  if (url.protocol === 'https:') return url.origin;
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return url.origin;
  throw refused(url.protocol === 'http:' ? 'not-https' : 'not-an-address');
}
