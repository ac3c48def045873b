import type { Inspection } from '../../preload/contract/inspection.ts';
import { commaList } from '../text/comma-list.ts';
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

/** The protection of a container as lines of name and value. What all layers share stands once. */
export function protectionFacts({ protection: { layers, mac }, otherBags }: Inspection): Fact[] {
  const ciphers = distinct(layers.map(cipherWords));
  const facts: Fact[] =
    ciphers.length === 1
      ? [{ label: t('inspect.protection.encryption'), value: ciphers[0] ?? '' }]
      : parts.flatMap((part) => {
          const own = distinct(layers.filter((layer) => layer.part === part).map(cipherWords));
          const label = t(`inspect.protection.encryption.${part}`);
          return own.map((value) => ({ label, value }));
        });
  const kdfs = distinct(layers.map(({ kdf }) => kdf));
  const rounds = distinct(layers.map(({ iterations }) => iterations));
  if (kdfs.length > 0) facts.push({ label: t('inspect.protection.kdf'), value: commaList(kdfs) });
  if (rounds.length > 0)
    facts.push({ label: t('inspect.protection.rounds'), value: counts(rounds) });
  const integrity = mac?.algorithm ?? t('inspect.protection.mac.none');
  facts.push({ label: t('inspect.protection.mac'), value: integrity });
  if (mac !== null && !(rounds.length === 1 && rounds[0] === mac.iterations)) {
    facts.push({ label: t('inspect.protection.mac.rounds'), value: number(mac.iterations) });
  }
  if (otherBags.length > 0) {
    facts.push({ label: t('inspect.protection.otherBags'), value: commaList(distinct(otherBags)) });
  }
  return facts;
}

const parts = ['certificates', 'key', 'other'] as const;

/** `AES-256-CBC, PBES2`: the cipher first, as that is what is asked for. */
function cipherWords({ algorithm }: Layer): string {
  if (algorithm === 'none') return t('inspect.protection.none');
  return algorithm.replace(/^(PBES2) (.+)$/u, '$2, $1');
}

function counts(rounds: readonly number[]): string {
  return commaList(rounds.map(number));
}

function distinct<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values)].filter((value) => value !== null);
}
