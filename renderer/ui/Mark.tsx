import type { ReactElement } from 'react';
import css from './Mark.module.css';

/** The app's mark: a key cut into a tile. */
export function Mark(): ReactElement {
  return (
    <svg className={css['mark']} viewBox="0 0 128 128" aria-hidden="true">
      <rect className={css['tile']} width="128" height="128" rx="30" />
      <path
        className={css['key']}
        fillRule="evenodd"
        d="M51 17h26a11 11 0 0 1 11 11v20l-8 8v6l8 8v3l-13 13v5l13 13a8 8 0 0 1-8 8H51a11 11 0 0 1-11-11V28a11 11 0 0 1 11-11zm13 10a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z"
      />
    </svg>
  );
}
