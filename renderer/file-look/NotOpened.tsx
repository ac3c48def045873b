import type { ReactElement } from 'react';
import { Icon } from '../ui/Icon.tsx';
import type { FailureWords } from './failure-words.ts';
import css from './NotOpened.module.css';

/** Why a file does not open, and the one thing to do; IT's reference last and small. */
export function NotOpened({ words }: { words: FailureWords }): ReactElement {
  return (
    <div className={css['failure']} role="alert">
      <Icon name="error" />
      <div>
        <p className={css['title']}>{words.title}</p>
        <p className={css['todo']}>
          {words.todo} <span className={css['reference']}>{words.reference}</span>
        </p>
      </div>
    </div>
  );
}
