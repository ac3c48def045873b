import type { ReactElement } from 'react';
import { NotOpened } from '../file-look/NotOpened.tsx';
import type { FailureWords } from '../file-look/failure-words.ts';
import css from './InspectPage.module.css';

/** Why the file does not open, and the one thing to do. */
export function InspectFailure({ words }: { words: FailureWords }): ReactElement {
  return (
    <div className={css['failure']}>
      <NotOpened words={words} />
    </div>
  );
}
