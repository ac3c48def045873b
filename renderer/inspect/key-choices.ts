import type { Inspection } from '../../preload/contract/inspection.ts';
import { keyWords } from '../file-look/algorithm-words.ts';
import { certificateName } from '../file-look/chain-steps.ts';
import { t } from '../text/text.ts';
import type { Choice } from '../ui/Select.tsx';

const all = 'all';

/** All keys of a file together, or one of them by itself; a key's id is its place in the file. */
export function keyChoices({ keys, certificates }: Inspection): Choice<string>[] {
  const single = keys.map((key, place) => {
    const name = keyWords(key);
    const owner = certificates.find(({ index }) => key.fits?.includes(index));
    const label =
      owner === undefined
        ? t('strong.keys.one', { number: place + 1, name })
        : t('strong.keys.one.fits', { name, certificate: certificateName(owner) });
    return { id: String(place), label };
  });
  return [{ id: all, label: t('strong.keys.all', { count: keys.length }) }, ...single];
}

/** The choice as the contract has it: null for all. */
export const keyIndexOf = (id: string): number | null => (id === all ? null : Number(id));
