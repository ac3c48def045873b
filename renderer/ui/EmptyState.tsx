import type { ReactElement, ReactNode } from 'react';
import { Art } from './Art.tsx';
import type { ArtName } from './Art.tsx';
import type from '../styles/type.module.css';
import css from './EmptyState.module.css';

/** Nothing to show: one drawing, one sentence, what it means, one action; IT's reference last and small. */
export function EmptyState({
  art,
  title,
  children,
  action,
  reference,
}: {
  art: ArtName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  reference?: string | null;
}): ReactElement {
  return (
    <div className={css['empty']}>
      <Art name={art} />
      <h2 className={type['subhead']}>{title}</h2>
      {children && <p className={css['more']}>{children}</p>}
      {(action || reference) && (
        <div className={css['action']}>
          {action}
          {reference && <span className={css['reference']}>{reference}</span>}
        </div>
      )}
    </div>
  );
}
