import type { ReactElement, ReactNode } from 'react';
import css from './AccountPage.module.css';

/** One part of the account: its name, what can be changed, and what there is to say beside it. */
export function Block({
  title,
  note,
  aside,
  children,
}: {
  title: string;
  /** A line under the name. */
  note?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={css['block']}>
      <div>
        <h2>{title}</h2>
        {note && <p className={css['note']}>{note}</p>}
      </div>
      <div className={css['middle']}>{children}</div>
      <div className={css['aside']}>{aside}</div>
    </section>
  );
}
