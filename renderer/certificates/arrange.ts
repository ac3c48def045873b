import type { Certificate } from '../../preload/contract/certificates.ts';
import { hasEnded } from './certificate-state.ts';

export type SortColumn = 'name' | 'issuedBy' | 'uploadedAt' | 'expiresAt';
export type Sort = { column: SortColumn; descending: boolean };

/** The table as it stands: those that can still be used, and those that have ended. */
export type Arrangement = { current: Certificate[]; ended: Certificate[] };

/**
 * Picks the certificates in which every word of `search` is found, and sorts each of the two groups. `language`
 * is a BCP 47 tag for the order of names; `now` is epoch ms. Those that have ended are sorted by their end the
 * other way round, so that the latest of them stands next to its successor.
 */
export function arrange(
  certificates: readonly Certificate[],
  options: { search: string; sort: Sort; now: number; language: string },
): Arrangement {
  const words = fold(options.search).split(/\s+/u).filter(Boolean);
  const found = certificates.filter((certificate) => {
    const text = searched(certificate);
    return words.every((word) => isIn(word, text));
  });
  const { column, descending } = options.sort;
  const collator = new Intl.Collator(options.language, { numeric: true, sensitivity: 'base' });
  const compare = (a: Certificate, b: Certificate): number => {
    const order =
      column === 'name' || column === 'issuedBy'
        ? collator.compare(a[column], b[column])
        : a[column] - b[column];
    return (
      (descending ? -order : order) || a.expiresAt - b.expiresAt || collator.compare(a.id, b.id)
    );
  };
  const current = found.filter((certificate) => !hasEnded(certificate, options.now)).sort(compare);
  const ended = found.filter((certificate) => hasEnded(certificate, options.now)).sort(compare);
  if (column === 'expiresAt') ended.reverse();
  return { current, ended };
}

/** The sort after a press on a heading: the same column turns round, another one starts upwards. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  return { column, descending: sort.column === column && !sort.descending };
}

/** What a search looks through, worked out once for each: thousands of them are searched at every key. */
const known = new WeakMap<Certificate, string>();

function searched(certificate: Certificate): string {
  const before = known.get(certificate);
  if (before !== undefined) return before;
  const serial = certificate.serial.replaceAll(/[\s:]/gu, '');
  const text = fold(
    [
      certificate.name,
      certificate.issuedBy,
      certificate.subject,
      ...certificate.emails,
      certificate.serial,
      serial,
      certificate.fileName ?? '',
      certificate.description ?? '',
    ].join('\n'),
  );
  known.set(certificate, text);
  return text;
}

/** Three letters are found anywhere, fewer only where a word begins: `CA 2` is not in every serial number. */
function isIn(word: string, text: string): boolean {
  if (word.length > 2) return text.includes(word);
  return text.split(/[^\p{L}\p{N}]+/u).some((begin) => begin.startsWith(word));
}

/** Lower case without accents: "Müller" is found by "muller". */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en');
}
