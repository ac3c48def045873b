import type { ReactElement } from 'react';
import { artShapes } from './art-shapes.tsx';
import css from './Art.module.css';

export type ArtName = keyof typeof artShapes;

/** The drawing of an empty or failed state. */
export function Art({ name }: { name: ArtName }): ReactElement {
  return (
    <svg className={css['art']} width="120" height="84" viewBox="0 0 120 84" aria-hidden="true">
      {artShapes[name]}
    </svg>
  );
}
