import type { ReactElement } from 'react';
import { Icon } from './Icon.tsx';
import css from './NavBadge.module.css';

/** A number at the end of a navigation entry; a warning one keeps its sign in a narrow window. */
export function NavBadge({
  count,
  isWarning = false,
}: {
  count: string;
  isWarning?: boolean;
}): ReactElement {
  return (
    <span className={css['badge']} data-warning={isWarning} aria-hidden="true">
      {isWarning && <Icon name="warning" size={12} />}
      <span className={css['count']}>{count}</span>
    </span>
  );
}
