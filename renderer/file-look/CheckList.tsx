import type { ReactElement } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { Check } from '../../preload/contract/inspection.ts';
import { commaList } from '../text/comma-list.ts';
import { t } from '../text/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { State } from '../ui/State.tsx';
import { CheckLine } from './CheckLine.tsx';
import type { CheckActions } from './CheckLine.tsx';
import { topicWords } from './check-words.ts';
import { groupChecks } from './group-checks.ts';
import type { GroupedChecks } from './group-checks.ts';
import css from './CheckList.module.css';

/** Errors first, then warnings; notes and what passed are folded into one line. */
export function CheckList({
  checks,
  actions,
}: {
  checks: readonly Check[];
  actions?: CheckActions;
}): ReactElement {
  const grouped = groupChecks(checks);
  const { errors, warnings, infos, passed } = grouped;
  return (
    <section aria-label={t('inspect.checks', { count: checks.length })}>
      <div className={css['rule']}>
        <h3>{t('inspect.checks', { count: checks.length })}</h3>
        <Tally grouped={grouped} />
      </div>
      <ul>
        {[...errors, ...warnings].map((check) => (
          <CheckLine key={check.id} check={check} actions={actions} />
        ))}
      </ul>
      {passed.length + infos.length > 0 && (
        <Disclosure className={css['fold'] ?? ''}>
          {({ isExpanded }) => (
            <>
              <Button slot="trigger" className={css['folded'] ?? ''}>
                <Icon name="passed" />
                <span>{foldWords(grouped)}</span>
                <span className={css['topics']}>{topicWords(passed)}</span>
                <Icon name={isExpanded ? 'down' : 'right'} />
              </Button>
              <DisclosurePanel className={css['panel'] ?? ''}>
                <ul>
                  {[...infos, ...passed].map((check) => (
                    <CheckLine key={check.id} check={check} />
                  ))}
                </ul>
              </DisclosurePanel>
            </>
          )}
        </Disclosure>
      )}
    </section>
  );
}

function Tally({
  grouped: { errors, warnings, passed },
}: {
  grouped: GroupedChecks;
}): ReactElement {
  return (
    <>
      {errors.length > 0 && (
        <State icon="error" tone="danger">
          {t('inspect.checks.errors', { count: errors.length })}
        </State>
      )}
      {warnings.length > 0 && (
        <State icon="warning" tone="warning">
          {t('inspect.checks.warnings', { count: warnings.length })}
        </State>
      )}
      {passed.length > 0 && (
        <State icon="passed" tone="ok">
          {t('inspect.checks.passed', { count: passed.length })}
        </State>
      )}
    </>
  );
}

function foldWords({ infos, passed }: GroupedChecks): string {
  return commaList(
    [
      passed.length > 0 ? t('inspect.checks.passed.fold', { count: passed.length }) : null,
      infos.length > 0 ? t('inspect.checks.infos', { count: infos.length }) : null,
    ].filter((words) => words !== null),
  );
}
