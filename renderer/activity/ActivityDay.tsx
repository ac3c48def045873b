import type { ReactElement } from 'react';
import type { ActivityEntry } from '../../preload/contract/activity.ts';
import { commaList } from '../text/comma-list.ts';
import { clockTime, exactTime } from '../text/format.ts';
import { Rich } from '../text/Rich.tsx';
import { Icon } from '../ui/Icon.tsx';
import { State } from '../ui/State.tsx';
import type { Day } from './arrange.ts';
import { dayWords } from './day-words.ts';
import { didWords, stateWords } from './entry-words.ts';
import { kinds } from './kinds.ts';
import css from './ActivityDay.module.css';

/** One thing that was done: when, what, and how it ended. */
function Entry({ entry }: { entry: ActivityEntry }): ReactElement {
  const { at, action, subjects, count } = entry;
  const { of, params } = didWords(entry);
  const { icon, tone, words, detail } = stateWords(entry);
  return (
    <li className={css['entry']}>
      <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
        {clockTime(at)}
      </time>
      <Icon name={kinds[action].icon} className={css['icon']} />
      <span className={css['did']}>
        <span>
          <Rich of={of} params={params} />
        </span>
        {count > 1 && <span className={css['names']}>{commaList(subjects)}</span>}
      </span>
      <span className={css['state']}>
        <State icon={icon} tone={tone}>
          <span className={css['words']}>{words}</span>
        </State>
        {detail !== null && <span className={css['detail']}>{detail}</span>}
      </span>
    </li>
  );
}

/** A day and what was done on it, newest first. */
export function ActivityDay({
  day: { at, entries },
  now,
}: {
  day: Day;
  now: number;
}): ReactElement {
  const { title, more } = dayWords(at, now);
  return (
    <section className={css['day']}>
      <h2>
        {title} <span>{more}</span>
      </h2>
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
