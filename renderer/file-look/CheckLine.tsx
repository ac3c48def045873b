import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { Check } from '../../preload/contract/inspection.ts';
import { t } from '../text/text.ts';
import { useNow } from '../ui/clock.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import { checkWords } from './check-words.ts';
import css from './CheckList.module.css';

const icons: Record<Check['level'], IconName> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  passed: 'passed',
};

/** What is done with the checks where a file is about to be uploaded. */
export type CheckActions = {
  /** A button that mends what the check found, or null. */
  mend: (check: Check) => ReactNode;
  acknowledged: readonly string[];
  onAcknowledge: (id: string, isRead: boolean) => void;
};

/** One check: what was found, why it matters, what to do; its document small at the end. */
export function CheckLine({
  check,
  actions,
}: {
  check: Check;
  actions?: CheckActions | undefined;
}): ReactElement {
  const id = useId();
  const { level, source } = check;
  const { found, why, todo } = checkWords(check, useNow());
  const mend = level === 'error' ? actions?.mend(check) : null;
  return (
    <li className={classNames(css['check'], css[level])}>
      <Icon name={icons[level]} />
      <div>
        <div className={css['top']}>
          <h4 id={id}>
            {level !== 'passed' && (
              <VisuallyHidden>{t(`inspect.checks.${level}`)}: </VisuallyHidden>
            )}
            {found}
          </h4>
          {level === 'warning' && actions && (
            <span className={css['read']}>
              <Checkbox
                isSelected={actions.acknowledged.includes(check.id)}
                onChange={(isRead) => actions.onAcknowledge(check.id, isRead)}
                aria-describedby={id}
              >
                {t('add.acknowledge')}
              </Checkbox>
            </span>
          )}
        </div>
        {(why !== null || todo !== null || level !== 'passed') && (
          <p className={css['why']}>
            {why} {todo !== null && <b>{todo}</b>} <span className={css['source']}>{source}</span>
          </p>
        )}
        {mend && <div className={css['mend']}>{mend}</div>}
      </div>
    </li>
  );
}
