import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import { iconPaths } from './icon-paths.ts';
import type { IconName } from './icon-paths.ts';
import css from './Icon.module.css';

/** A stroked 16 px icon in the colour of its words. It says nothing by itself: words go beside it. */
export function Icon({
  name,
  size = 16,
  className,
}: {
  name: IconName;
  size?: 12 | 13 | 14 | 16;
  className?: string | undefined;
}): ReactElement {
  return (
    <svg
      className={classNames(css['icon'], className)}
      data-size={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
