import type { ReactElement } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { AppError } from '../../preload/contract/errors.ts';
import { t } from '../text/text.ts';
import { LoadFailed } from '../trouble/LoadFailed.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { loadActivity } from './activity.store.ts';
import css from './ActivityStates.module.css';

/** Grey bars with the geometry of the entries that they stand for. */
export function ActivityLoading(): ReactElement {
  return (
    <div className={css['loading']} aria-busy="true">
      <VisuallyHidden>{t('activity.loading')}</VisuallyHidden>
      {[210, 168, 240, 190].map((width) => (
        <div key={width} className={css['row']}>
          <Skeleton width={36} />
          <Skeleton width={width} />
          <Skeleton width={96} />
        </div>
      ))}
    </div>
  );
}

/** The log could not be had. */
export function ActivityFailed({ error }: { error: AppError }): ReactElement {
  return (
    <div className={css['empty']}>
      <LoadFailed problem={error} onRetry={() => void loadActivity()} />
    </div>
  );
}

/** Nothing has been done yet, or everything has been cleared. */
export function NoActivity(): ReactElement {
  return (
    <div className={css['empty']}>
      <EmptyState art="activity" title={t('activity.empty.title')}>
        {t('activity.empty.words')}
      </EmptyState>
    </div>
  );
}

/** The search, or the filter, leaves nothing. */
export function NothingFound({
  query,
  count,
  onShowAll,
}: {
  query: string;
  /** How many there are without them. */
  count: number;
  onShowAll: () => void;
}): ReactElement {
  return (
    <div className={css['empty']}>
      <EmptyState
        art="search"
        title={
          query === ''
            ? t('activity.empty-filter.title')
            : t('activity.nothing.title', { search: query })
        }
        action={<Button onPress={onShowAll}>{t('activity.show-all', { count })}</Button>}
      >
        {query === '' ? t('activity.empty.words') : t('activity.nothing.words')}
      </EmptyState>
    </div>
  );
}
