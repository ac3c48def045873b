import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A secret that a test has planted, by a name that may be printed. */
export type Secret = { name: string; value: string | Uint8Array };

/** A secret in one of the forms in which it could lie about. */
type Form = { name: string; bytes: Buffer };

/** `\u00C4`, for each UTF-16 unit of a character. */
const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join('');

function forms({ name, value }: Secret): Form[] {
  const raw = Buffer.from(value);
  const encoded: [string, Buffer][] = [
    ['raw', raw],
    ['base64', Buffer.from(raw.toString('base64').replace(/=+$/u, ''))],
    ['base64url', Buffer.from(raw.toString('base64url'))],
    ['hex', Buffer.from(raw.toString('hex'))],
    ['HEX', Buffer.from(raw.toString('hex').toUpperCase())],
  ];
  if (typeof value === 'string') {
    encoded.push(['UTF-16', Buffer.from(value, 'utf16le')]);
    encoded.push(['UTF-16BE', Buffer.from(value, 'utf16le').swap16()]);
    encoded.push(['percent-encoded', Buffer.from(encodeURIComponent(value))]);
    const json = JSON.stringify(value).slice(1, -1);
    encoded.push(['JSON', Buffer.from(json)]);
    // A heap snapshot is JSON in which V8 has escaped whatever is not ASCII.
    encoded.push(['ASCII JSON', Buffer.from(json.replaceAll(/[^\0-\x7F]/gu, escaped))]);
  }
  return encoded.map(([form, bytes]) => ({ name: `${name} as ${form}`, bytes }));
}

/**
 * Looks for secrets, in every form, in one piece of bytes.
 *
 * @returns the names of those that were found, never their values
 */
export function findSecrets(bytes: Buffer, secrets: readonly Secret[]): string[] {
  return secrets
    .flatMap(forms)
    .filter((form) => form.bytes.length >= 6 && bytes.includes(form.bytes))
    .map((form) => form.name);
}

/** Every file below a folder; one that vanishes meanwhile is passed over. */
export async function findSecretsBelow(
  folder: string,
  secrets: readonly Secret[],
): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    found.push(...findSecrets(bytes, secrets).map((name) => `${name} in ${path}`));
  }
  return found;
}
