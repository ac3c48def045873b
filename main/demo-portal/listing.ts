type Page<T> = { searchResults: T[]; totalCount: number; offset: number; limit: number };

type Paging = { rows: number; start: number };

type Search<N extends string> = Paging & {
  q?: string | undefined;
  'sortFields[0].name'?: N | undefined;
  'sortFields[0].order': 'ASC' | 'DESC';
};

/** One page of a list: `rows` entries from the index `start`. */
export function cut<T>(all: T[], { rows, start }: Paging): Page<T> {
  return {
    searchResults: all.slice(start, start + rows),
    totalCount: all.length,
    offset: start,
    limit: rows,
  };
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'en');
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1;
  return -1;
}

/**
 * Searches, sorts and cuts a list.
 * @param words gives the texts of an entry that the free text `q` is looked for in
 */
export function list<N extends string, T extends Record<N, unknown>>(
  all: T[],
  query: Search<N>,
  words: (entry: T) => (string | null)[],
): Page<T> {
  const wanted = (query.q ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  const found = all.filter((entry) => {
    const text = words(entry).filter(Boolean).join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const name = query['sortFields[0].name'];
  const sign = query['sortFields[0].order'] === 'DESC' ? -1 : 1;
  const sorted =
    name === undefined ? found : found.toSorted((a, b) => sign * compare(a[name], b[name]));
  return cut(sorted, query);
}
