import { number } from '../text/format.ts';
import { t } from '../text/text.ts';
import type { Rule } from './password-rules.ts';

/** What a rule asks for, in words. */
export function ruleWords({ id, count, most }: Rule): string {
  if (id !== 'length') return t(`account.rule.${id}`, { count });
  if (!most) return t('account.rule.length.least', { count });
  return count === 0
    ? t('account.rule.length.most', { most })
    : t('account.rule.length.both', { count, most });
}

/** What was found of it, at the end of its line; empty when there is nothing to say. */
export function foundWords({ id, state, found }: Rule): string {
  if (state === 'server') return t('account.rule.server');
  if (state === 'waiting' || found === null) return '';
  if (id === 'sequence' || id === 'repeated') {
    return state === 'broken' ? t('account.rule.in-a-row', { count: found }) : '';
  }
  return found === 0 ? t('account.rule.none') : number(found);
}
