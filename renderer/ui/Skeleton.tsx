import type { ReactElement } from 'react';
import css from './Skeleton.module.css';

/** A grey bar where words will be. It stays blank for the first 300 ms: quick answers don't flicker. */
export function Skeleton({
  width,
  height = 10,
}: {
  /** px, or a percentage of the room there is */
  width: number | `${number}%`;
  height?: number;
}): ReactElement {
  return <span className={css['bar']} style={{ width, height }} />;
}
