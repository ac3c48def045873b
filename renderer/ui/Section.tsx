import type { ReactElement, ReactNode } from 'react';
import css from './Section.module.css';

/** A part of a page: its name on a rule, with room at the rule's end. */
export function Section({
  title,
  end,
  children,
}: {
  title: string;
  end?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <section aria-label={title} className={css['section']}>
      <div className={css['rule']}>
        <h3 className={css['title']}>{title}</h3>
        {end && <div className={css['end']}>{end}</div>}
      </div>
      {children}
    </section>
  );
}
