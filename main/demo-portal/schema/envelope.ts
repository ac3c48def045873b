import { z } from 'zod';

/** An id given out by the portal. */
export const id = z.int().positive();

/** Milliseconds since 1970, as the vendor writes every date. */
export const epoch = z.int().describe('Epoch milliseconds.');

/** The answer of a call that has nothing to tell but that it was done. */
export const done = z.literal(1);

/** For calls that take no query, or no form. */
export const nothing = z.object({});

/**
 * One page of a list in the vendor's shape.
 * @param item schema of one entry
 */
export function page<T extends z.ZodType>(
  item: T,
): z.ZodObject<{
  searchResults: z.ZodArray<T>;
  totalCount: z.ZodInt;
  offset: z.ZodInt;
  limit: z.ZodInt;
}> {
  return z.object({
    searchResults: z.array(item),
    totalCount: z.int().min(0),
    offset: z.int().min(0),
    limit: z.int().min(1),
  });
}

/** The envelope around every answer that is not a refusal. */
export function envelope<T extends z.ZodType>(
  result: T,
): z.ZodObject<{ errors: z.ZodNull; result: T }> {
  return z.object({ errors: z.null(), result });
}

/** `rows` (1 to 500; more is refused with `Range`) and `start` (index of the first entry, not of a page). */
export const paging = z.object({
  rows: z.coerce.number().int().min(1).max(500).default(50),
  start: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

/**
 * Paging, free text and one sort field, as query parameters.
 * @param names the fields that the list can be sorted by
 */
export function search<const N extends readonly [string, ...string[]]>(names: N) {
  return paging.extend({
    q: z.string().max(255).optional().describe('Free text; every word has to occur.'),
    'sortFields[0].name': z.enum(names).optional(),
    'sortFields[0].order': z.enum(['ASC', 'DESC']).default('ASC'),
  });
}
