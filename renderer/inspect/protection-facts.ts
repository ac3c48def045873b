import type { Inspection } from '../../preload/contract/inspection.ts';
import { number } from '../text/format.ts';
import { t } from '../text/text.ts';

/** How well the container guards what is in it. */
export type Grade = 'sound' | 'weak' | 'none';
export type Fact = { label: string; value: string };

type Protection = Inspection['protection'];
type Layer = Protection['layers'][number];

/** The rules that judge the container and not what is in it. */
const judges = ['container-cipher', 'iterations', 'integrity', 'mac-algorithm'];

/** What the checks say of the container, in a word: in clear, weak where one of them warns, else sound. */
export function grade({ protection, checks }: Inspection): Grade {
  const keys = protection.layers.filter(({ part }) => part === 'key');
  const judged = keys.length > 0 ? keys : protection.layers;
  if (judged.length === 0 || judged.some(({ algorithm }) => algorithm === 'none')) return 'none';
  const warns = checks.some(
    ({ id, level }) => judges.includes(id) && (level === 'warning' || level === 'error'),
  );
  return warns ? 'weak' : 'sound';
}

/** The protection of a container as lines of name and value; layers that are alike stand once. */
export function protectionFacts({ protection, otherBags }: Inspection): Fact[] {
  const { layers, mac } = protection;
  const same = layers.every((layer) => alike(layer, layers[0]));
  const facts: Fact[] = [];
  for (const layer of same ? layers.slice(0, 1) : unlike(layers)) {
    const label = same
      ? t('inspect.protection.encryption')
      : t(`inspect.protection.encryption.${layer.part}`);
    const value = layer.algorithm === 'none' ? t('inspect.protection.none') : layer.algorithm;
    facts.push({ label, value });
    if (layer.kdf !== null) facts.push({ label: t('inspect.protection.kdf'), value: layer.kdf });
    if (layer.iterations !== null) {
      facts.push({ label: t('inspect.protection.rounds'), value: number(layer.iterations) });
    }
  }
  facts.push({
    label: t('inspect.protection.mac'),
    value: mac?.algorithm ?? t('inspect.protection.mac.none'),
  });
  if (mac !== null && mac.iterations !== layers[0]?.iterations) {
    facts.push({ label: t('inspect.protection.mac.rounds'), value: number(mac.iterations) });
  }
  if (otherBags.length > 0) {
    facts.push({ label: t('inspect.protection.otherBags'), value: otherBags.join(', ') });
  }
  return facts;
}

function alike(a: Layer, b: Layer | undefined): boolean {
  return a.algorithm === b?.algorithm && a.kdf === b.kdf && a.iterations === b.iterations;
}

function unlike(layers: readonly Layer[]): Layer[] {
  return layers.filter(
    (layer, place) =>
      layers.findIndex((other) => other.part === layer.part && alike(other, layer)) === place,
  );
}
