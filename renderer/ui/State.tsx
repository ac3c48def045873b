import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import css from './State.module.css';

export type Tone = 'plain' | 'dim' | 'ok' | 'warning' | 'danger' | 'live';

/** A state as an icon and a word, never as a colour alone. */
export function State({
  icon,
  tone = 'plain',
  children,
}: {
  icon: IconName;
  tone?: Tone;
  children: ReactNode;
}): ReactElement {
  return (
    <span className={classNames(css['state'], css[tone])}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  );
}
