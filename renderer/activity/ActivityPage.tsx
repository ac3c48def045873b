import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useApp } from '../app.store.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { FilterTabs } from '../ui/FilterTabs.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { classNames } from '../ui/class-names.ts';
import { ActivityDays } from './ActivityDays.tsx';
import { ActivityFailed, ActivityLoading, NoActivity, NothingFound } from './ActivityStates.tsx';
import { exportActivity, loadActivity, useActivity } from './activity.store.ts';
import { filters, find } from './arrange.ts';
import type { Filter } from './arrange.ts';
import { ClearActivity } from './ClearActivity.tsx';
import type from '../styles/type.module.css';
import css from './ActivityPage.module.css';

const none = [] as const;

/** Activity: what the person did here, day by day, and how it ended. */
export function ActivityPage(): ReactElement {
  const { activity } = useActivity();
  const [filter, setFilter] = useState<Filter>('all');
  const [query, setQuery] = useState('');
  const [isClearing, setIsClearing] = useState(false);
  const [isExporting, setIsExporting] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const isMac = useApp(({ app }) => app.status === 'ready' && app.os === 'macos');

  useEffect(() => void loadActivity(), []);

  const all = activity.status === 'ready' ? activity.entries : none;
  const { entries, counts } = useMemo(() => find(all, query, filter), [all, query, filter]);

  useEffect(() => {
    if (query === '') return undefined;
    // Told once the person has stopped typing, and not for each letter.
    const later = setTimeout(
      () => announce(t('activity.search.found', { count: entries.length })),
      600,
    );
    return () => clearTimeout(later);
  }, [query, entries.length]);

  /** What was pressed may be gone with what it changed. */
  const keepFocus = (): void => {
    setTimeout(() => {
      if (document.activeElement === document.body) page.current?.focus();
    }, 100);
  };
  const showAll = (): void => {
    setFilter('all');
    setQuery('');
    keepFocus();
  };
  const leaveClearing = (): void => {
    setIsClearing(false);
    keepFocus();
  };
  const save = async (): Promise<void> => {
    setIsExporting(true);
    await exportActivity();
    setIsExporting(false);
  };

  const title = (
    <div className={css['title']}>
      <h1 className={type['title']}>{t('activity.title')}</h1>
      <p className={classNames(type['lead'], type['muted'])}>{t('activity.lead')}</p>
    </div>
  );
  if (activity.status !== 'ready' || all.length === 0) {
    return (
      <div className={css['bare']} ref={page} tabIndex={-1}>
        {title}
        {activity.status === 'loading' && <ActivityLoading />}
        {activity.status === 'failed' && <ActivityFailed error={activity.error} />}
        {activity.status === 'ready' && <NoActivity />}
      </div>
    );
  }
  return (
    <div className={css['page']} ref={page} tabIndex={-1}>
      <FilterTabs
        label={t('activity.filter')}
        tabs={filters.map((id) => ({ id, label: t(`activity.filter.${id}`), count: counts[id] }))}
        selected={filter}
        onSelect={setFilter}
        isReading={entries.length > 0}
        header={
          <div className={css['bar']}>
            {title}
            <div className={css['search']}>
              <SearchField
                label={t('activity.search')}
                value={query}
                onChange={setQuery}
                hotkey={isMac ? '⌘F' : `${t('help.key.ctrl')} F`}
                clearLabel={t('search.clear')}
              />
            </div>
            <Button icon="save" isPending={isExporting} onPress={() => void save()}>
              {t('activity.export')}
            </Button>
          </div>
        }
        end={
          <Button look="link" onPress={() => setIsClearing(true)}>
            {t('activity.clear')}
          </Button>
        }
      >
        <div className={css['list']}>
          {entries.length === 0 ? (
            <NothingFound query={query} count={all.length} onShowAll={showAll} />
          ) : (
            <ActivityDays key={`${filter} ${query}`} entries={entries} />
          )}
        </div>
      </FilterTabs>
      {isClearing && <ClearActivity count={all.length} onClose={leaveClearing} />}
    </div>
  );
}
