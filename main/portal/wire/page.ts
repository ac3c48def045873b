import { z } from 'zod';
import { optionalCount } from './text.ts';

/** One page of a list, its items read one by one. */
export type Page<T> = {
  items: T[];
  /** How many items the page had before the unreadable ones were left out. */
  size: number;
  total: number | null;
};

const envelope = z.object({ searchResults: z.array(z.unknown()), totalCount: optionalCount });

/**
 * The vendor's list page `{ searchResults, totalCount, offset, limit }`. An item that can't be read is left out:
 * one broken device must not hide the others.
 */
export function page<T>(item: z.ZodType<T>): z.ZodType<Page<T>> {
  return envelope.transform(({ searchResults, totalCount }) => ({
    items: searchResults.flatMap((raw) => {
      const parsed = item.safeParse(raw);
      return parsed.success ? [parsed.data] : [];
    }),
    size: searchResults.length,
    total: totalCount,
  }));
}
