/** What is to be said of a new password: it is judged by its length alone, which is all that can be known of it. */
export type LengthVerdict = 'empty' | 'short' | 'fair' | 'long';

/** What is to be said of the second time it is typed. */
export type RepeatVerdict = 'empty' | 'partial' | 'same' | 'different';

const fairLength = 8;
const goodLength = 12;

/** How many characters there are (code points), and what that is worth. */
export function judgeLength(password: string): { count: number; verdict: LengthVerdict } {
  const count = Array.from(password).length;
  if (count === 0) return { count, verdict: 'empty' };
  if (count < fairLength) return { count, verdict: 'short' };
  return { count, verdict: count < goodLength ? 'fair' : 'long' };
}

/** Whether the second one is the first one, or may still become it. */
export function judgeRepeat(password: string, repeat: string): RepeatVerdict {
  if (repeat === '') return 'empty';
  if (repeat === password) return 'same';
  return password.startsWith(repeat) ? 'partial' : 'different';
}
