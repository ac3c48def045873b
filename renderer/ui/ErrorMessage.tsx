import type { ReactElement, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import css from './ErrorMessage.module.css';

/** What went wrong, beside what was being done: the fact, what it means, the one thing to do. */
export function ErrorMessage({
  title,
  sentence,
  todo,
  reference,
  action,
}: {
  title: string;
  sentence?: string;
  todo?: string;
  /** For IT; last and small. */
  reference?: string | null;
  action?: ReactNode;
}): ReactElement {
  return (
    <div role="alert" className={css['error']}>
      <Icon name="error" />
      <div>
        <p className={css['title']}>{title}</p>
        {(sentence || todo) && (
          <p className={css['more']}>
            {sentence} {todo && <b>{todo}</b>}
          </p>
        )}
        {(action || reference) && (
          <div className={css['action']}>
            {action}
            {reference && <span className={css['reference']}>{reference}</span>}
          </div>
        )}
      </div>
    </div>
  );
}
