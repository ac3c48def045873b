const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(?:bearer|basic)\s+\S+/giu, '[authorization]'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '[e-mail]'],
  [/-?\d{1,3}\.\d{3,}\s*,\s*-?\d{1,3}\.\d{3,}/gu, '[coordinates]'],
  [/-----BEGIN[\s\S]*?(?:-----END[^-]*-----|$)/gu, '[pem]'],
  // Tokens, fingerprints, serials, IMEIs, base64: anything long without a space and with a digit in it.
  [/(?=[A-Za-z0-9+/_=-]*\d)[A-Za-z0-9+/_=-]{12,}/gu, '[long]'],
];

/**
 * Takes out of a text what may be a secret or say who or where somebody is. The second line of defence: the
 * first is that only listed fields are logged at all (main/log.ts).
 */
export function redact(text: string): string {
  let clean = text;
  for (const [pattern, word] of patterns) clean = clean.replaceAll(pattern, word);
  return clean;
}

/**
 * A thrown value as the log may hold it: its name, its code and where in our own code it came from. Never its
 * message.
 */
export function redactCause(cause: unknown): string {
  if (!(cause instanceof Error)) return `thrown ${typeof cause}`;
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${redact(cause.code)}` : '';
  const frames = (cause.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 8)
    // Only the last part of a path: the rest holds the name of the person who is signed in to this computer.
    .map((line) => line.trim().replaceAll(/\(?(?:file:\/\/)?[^\s()]*[/\\]([^/\\()]+)\)?$/gu, '$1'));
  return [`${cause.name}${code}`, ...frames].join(' < ');
}
