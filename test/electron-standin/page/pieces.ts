/**
 * Cuts a text into pieces of at most `size` UTF-16 units (more than 1), and never between the halves of a character:
 * each piece is well-formed where the text is. An empty text is one empty piece.
 */
export function piecesOf(text: string, size: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  do {
    const end = start + size;
    const isWithinCharacter = end < text.length && (text.codePointAt(end - 1) ?? 0) > 0xffff;
    const piece = text.slice(start, isWithinCharacter ? end - 1 : end);
    pieces.push(piece);
    start += piece.length;
  } while (start < text.length);
  return pieces;
}
