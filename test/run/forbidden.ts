import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './steps.ts';

/** Words that weaken the app wherever they stand in the product (security checklist 1.3), and why. */
export const forbidden: readonly { pattern: RegExp; why: string }[] = [
  { pattern: /certificate-error/u, why: 'no way around an untrusted certificate' },
  { pattern: /setCertificateVerifyProc/u, why: 'the system decides whom to trust' },
  {
    pattern:
      /rejectUnauthorized['"]?\s*[:=](?!\s*true\b)|NODE_TLS_REJECT_UNAUTHORIZED|ignore-certificate-errors|checkServerIdentity/u,
    why: 'TLS is always checked',
  },
  { pattern: /ELECTRON_DISABLE_SECURITY_WARNINGS/u, why: 'warnings stay on' },
  {
    pattern: /appendSwitch|appendArgument/u,
    why: 'no Chromium switch without a review here',
  },
  { pattern: /no-sandbox|disable-web-security/u, why: 'the sandbox and the same origin stay on' },
  {
    pattern: /electron-standin|stand-in|ELECTRON_OVERRIDE/iu,
    why: 'the product knows nothing of its tests',
  },
  { pattern: /dangerouslySetInnerHTML|\.innerHTML\b/u, why: 'text from a portal stays text' },
  { pattern: /findCredentials/u, why: 'crashes on a locked keyring' },
  { pattern: /setAsDefaultProtocolClient/u, why: 'nobody has asked for deep links' },
];

/** The product's code, and what is told of it to those who pack and start it. */
const product = [
  '{main,preload,renderer}/**/*.{ts,tsx,html,css}',
  '{package.json,electron-builder.yml}',
  'assets/**/*.{desktop,yml,sh,html}',
];

/** The reasons against a line of text; none where it may stand. */
export function reasonsAgainst(line: string): string[] {
  return forbidden.filter(({ pattern }) => pattern.test(line)).map(({ why }) => why);
}

/**
 * Looks through the product for forbidden words.
 *
 * @returns a line for each find: `file:line why`
 */
export async function searchForbidden(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(product, { cwd: root })) {
    const lines = (await readFile(join(root, file), 'utf8')).split('\n');
    for (const [at, text] of lines.entries()) {
      for (const why of reasonsAgainst(text))
        found.push(`${file}:${at + 1} ${why}: ${text.trim()}`);
    }
  }
  return found;
}
