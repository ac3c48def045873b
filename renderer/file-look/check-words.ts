import type { Check } from '../../preload/contract/inspection.ts';
import { commaList } from '../text/comma-list.ts';
import { calendarDays } from '../text/dates.ts';
import { t } from '../text/text.ts';
import { isText } from './algorithm-words.ts';

/** A check in words: the fact, why it matters, the one thing to do. */
export type CheckWords = { found: string; why: string | null; todo: string | null };

/**
 * The words of a check at `now` (epoch ms), found in `checks.json` by its id and variant. A rule that has no words yet shows the bare
 * fact that it found, so that nothing is ever hidden.
 */
export function checkWords(check: Check, now: number): CheckWords {
  const { id, variant, found } = check;
  const params = paramsAt(check, now);
  const words = (part: 'found' | 'why' | 'todo'): string | null => {
    const key = `checks.${id}.${variant}.${part}`;
    return isText(key) ? t(key, params) : null;
  };
  return { found: words('found') ?? `${id}: ${found}`, why: words('why'), todo: words('todo') };
}

/** Days are counted once more, as main counts them too: the page may stay open past midnight. */
function paramsAt({ id, variant, params }: Check, now: number): Check['params'] {
  const edge = variant === 'not-yet' ? params['notBefore'] : params['notAfter'];
  return id === 'validity' && typeof edge === 'number'
    ? { ...params, days: Math.abs(calendarDays(now, edge)) }
    : params;
}

/** `Key, dates, e-mail …`: what a row of checks was about, five topics at the most. */
export function topicWords(checks: readonly Check[]): string {
  const topics = new Set<string>();
  for (const { id } of checks) {
    const key = `inspect.topic.${id}`;
    if (isText(key)) topics.add(t(key));
  }
  const words = commaList([...topics].slice(0, 5));
  const first = words.charAt(0).toLocaleUpperCase() + words.slice(1);
  return topics.size > 5 ? `${first} …` : first;
}
