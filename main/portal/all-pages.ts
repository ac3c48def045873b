import type { z } from 'zod';
import type { Exchange } from './exchange.ts';
import { page } from './wire/page.ts';

/** The vendor answers 400 to more than this (portal-api.md 1). */
const rows = 500;
/** More items than this are not read: no person has them, and a portal without an end must not fill the memory. */
const maxItems = 10_000;

/** Reads a list from its first page to its last. */
export async function readAllPages<T>(
  exchange: Exchange,
  item: z.ZodType<T>,
  question: { path: string; route: string; query?: Readonly<Record<string, string>> },
): Promise<T[]> {
  const items: T[] = [];
  for (let start = 0; start < maxItems;) {
    const query = { ...question.query, rows: String(rows), start: String(start) };
    const found = await exchange.read(page(item), { ...question, query });
    items.push(...found.items);
    start += found.size;
    if (found.size === 0 || (found.total === null ? found.size < rows : start >= found.total))
      break;
  }
  return items;
}
