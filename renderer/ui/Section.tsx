import type { ReactElement, ReactNode } from 'react';
import css from './Section.module.css';

/** A part of a page: its name on a rule, with room at the rule's end. */
export function Section({
  title,
  end,
  level: Level = 'h3',
  children,
}: {
  title: string;
  end?: ReactNode;
  /** Where it stands in the page's outline. */
  level?: 'h2' | 'h3';
  children: ReactNode;
}): ReactElement {
  return (
    <section aria-label={title} className={css['section']}>
      <div className={css['rule']}>
        <Level className={css['title']}>{title}</Level>
        {end && <div className={css['end']}>{end}</div>}
      </div>
      {children}
    </section>
  );
}
