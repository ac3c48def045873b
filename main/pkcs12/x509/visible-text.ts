/** What the contract calls a line, in UTF-16 units (preload/contract/text.ts). */
export const longestLine = 512;

/**
 * Characters that show nothing, or turn around what stands beside them: C0 and C1 controls, soft hyphen, zero
 * width, directional marks, embeddings, overrides and isolates (Unicode TR 36 2.10), invisible operators, byte
 * order mark, interlinear and tag characters, line and paragraph separators.
 */
const hiddenCharacters =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * Text as it may be shown: hidden and turning characters as `\u202E`, and cut to `limit` characters with `…`
 * at its end. Never cuts a surrogate pair in two.
 */
export function visibleText(text: string, limit = longestLine): string {
  // Escaping only makes it longer, so what lies far beyond the limit need not be looked at.
  const head = text.length > limit ? text.slice(0, limit + 1) : text;
  const shown = head.toWellFormed().replace(hiddenCharacters, (character) => {
    const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return point.length > 4 ? `\\u{${point}}` : `\\u${point.padStart(4, '0')}`;
  });
  return cutText(shown, limit);
}

/** Text cut to `limit` UTF-16 units, the last of them `…` where something was cut. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1);
  const last = head.charCodeAt(head.length - 1);
  return `${last >= 0xd800 && last < 0xdc00 ? head.slice(0, -1) : head}…`;
}
