import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ActivityEntry } from '../../preload/contract/activity.ts';
import { t } from '../text/text.ts';
import { useNow } from '../ui/clock.ts';
import { Button } from '../ui/Button.tsx';
import { ActivityDay } from './ActivityDay.tsx';
import { byDay } from './arrange.ts';
import css from './ActivityDays.module.css';

/** So many are drawn at first, and with each press more: nobody reads a year of entries at once. */
const page = 100;

/** The days of the log, newest first; earlier ones when the person asks for them. */
export function ActivityDays({ entries }: { entries: readonly ActivityEntry[] }): ReactElement {
  const now = useNow();
  const [shown, setShown] = useState(page);
  const more = Math.min(page, entries.length - shown);
  return (
    <>
      {byDay(entries.slice(0, shown)).map((day) => (
        <ActivityDay key={day.entries[0]?.id ?? day.at} day={day} now={now} />
      ))}
      {more > 0 && (
        <div className={css['more']}>
          <Button onPress={() => setShown(shown + page)}>
            {t('activity.earlier', { count: more })}
          </Button>
        </div>
      )}
    </>
  );
}
