/**
 * What the person's environment says of languages on Linux, best first, as GLib's g_get_language_names reads it:
 * LANGUAGE, else LC_ALL, LC_MESSAGES or LANG. Null where it says nothing but `C`.
 */
export function systemLanguages(
  env: Readonly<Record<string, string | undefined>>,
): string[] | null {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ?? 'C';
  const named = isNone(locale) ? [] : [...(env['LANGUAGE'] ?? '').split(':'), locale];
  const tags = named
    .filter((name) => name !== '' && !isNone(name))
    .map((name) => name.replace(/[.@].*$/u, '').replaceAll('_', '-'));
  return tags.length > 0 ? [...new Set(tags)] : null;
}

const isNone = (name: string): boolean => /^(?:C|POSIX)(?:[.@]|$)/u.test(name);
