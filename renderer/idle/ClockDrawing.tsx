import type { ReactElement } from 'react';
import css from './ClockDrawing.module.css';

/** A clock that has gone on while nobody looked. */
export function ClockDrawing(): ReactElement {
  return (
    <svg className={css['clock']} width="68" height="68" viewBox="0 0 68 68" aria-hidden="true">
      <circle cx="34" cy="34" r="32.4" />
      <path d="M34 2v5M34 61v5M2 34h5M61 34h5" />
      <path className={css['hands']} d="M34 12v22l14 9" />
    </svg>
  );
}
