import type { ReactElement } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { t } from '../text/text.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import type { Rule } from './password-rules.ts';
import { foundWords, ruleWords } from './rule-words.ts';
import css from './PolicyList.module.css';

const icons: Record<Rule['state'], IconName> = {
  met: 'check',
  broken: 'close',
  waiting: 'minus',
  server: 'clock',
};

/** The portal's rules for a new password, each with how far it is met. */
export function PolicyList({
  rules,
  tenant,
  headingLevel = 3,
}: {
  rules: readonly Rule[];
  tenant: string;
  headingLevel?: 2 | 3;
}): ReactElement {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const title = t('account.policy', { tenant });
  return (
    <div className={css['policy']}>
      <Heading>{title}</Heading>
      {rules.length === 0 ? (
        <p className={css['none']}>{t('account.policy.none')}</p>
      ) : (
        <ul aria-label={title}>
          {rules.map((rule) => (
            <li key={rule.id} className={css[rule.state]}>
              <Icon name={icons[rule.state]} size={13} />
              <span className={css['words']}>
                {ruleWords(rule)}
                {(rule.state === 'met' || rule.state === 'broken') && (
                  <VisuallyHidden>: {t(`account.rule.${rule.state}`)}</VisuallyHidden>
                )}
              </span>
              <span className={css['found']}>{foundWords(rule)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
