import type { ComponentType, ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import css from './Frame.module.css';

export type NavItem<K extends string> = {
  id: K;
  label: string;
  icon: IconName;
  /** A count or a warning at the end of the entry. */
  Badge?: ComponentType;
};

/** One page in the navigation. In a narrow window only its icon and a warning are left to see. */
export function NavEntry<K extends string>({
  item: { id, label, icon, Badge },
  isCurrent,
  onGo,
}: {
  item: NavItem<K>;
  isCurrent: boolean;
  onGo: (page: K) => void;
}): ReactElement {
  return (
    <li>
      <Link
        className={css['entry'] ?? ''}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        onPress={() => onGo(id)}
      >
        <Icon name={icon} />
        <span className={css['label']}>{label}</span>
      </Link>
      {Badge && (
        <span className={css['badge']}>
          <Badge />
        </span>
      )}
    </li>
  );
}
