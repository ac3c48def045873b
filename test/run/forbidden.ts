import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './steps.ts';

/** Words that weaken the app wherever they stand in the product (security checklist 1.3), and why. */
export const forbidden: readonly { pattern: RegExp; why: string }[] = [
  { pattern: /certificate-error/u, why: 'no way around an untrusted certificate' },
  { pattern: /setCertificateVerifyProc/u, why: 'the system decides whom to trust' },
  {
    pattern: /rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/u,
    why: 'TLS is always checked',
  },
  { pattern: /ELECTRON_DISABLE_SECURITY_WARNINGS/u, why: 'warnings stay on' },
  { pattern: /appendSwitch|appendArgument/u, why: 'no Chromium switch without a review here' },
  { pattern: /--no-sandbox/u, why: 'the sandbox stays on' },
  {
    pattern: /electron-standin|stand-in|ELECTRON_OVERRIDE/iu,
    why: 'the product knows nothing of its tests',
  },
  { pattern: /dangerouslySetInnerHTML|\.innerHTML\b/u, why: 'text from a portal stays text' },
  { pattern: /findCredentials/u, why: 'crashes on a locked keyring' },
];

/**
 * Looks through the product's code for forbidden words.
 *
 * @returns a line for each find: `file:line why`
 */
export async function searchForbidden(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob('{main,preload,renderer}/**/*.{ts,tsx,html,css}', { cwd: root })) {
    const lines = (await readFile(join(root, file), 'utf8')).split('\n');
    for (const [at, text] of lines.entries()) {
      for (const { pattern, why } of forbidden) {
        if (pattern.test(text)) found.push(`${file}:${at + 1} ${why}: ${text.trim()}`);
      }
    }
  }
  return found;
}
