import type { ReactElement, ReactNode } from 'react';
import { Mark } from '../ui/Mark.tsx';
import { t } from '../text/text.ts';
import { NavEntry } from './NavEntry.tsx';
import type { NavItem } from './NavEntry.tsx';
import css from './Frame.module.css';

/** The window around every page: navigation at the left, the page, the status strip at the foot. */
export function Frame<K extends string>({
  tenantName,
  logo = null,
  items,
  footItems,
  current,
  onGo,
  strip,
  children,
}: {
  tenantName: string | null;
  /** The tenant's own, as a `data:` URL; it stands in the place of the name. */
  logo?: string | null;
  items: readonly NavItem<K>[];
  /** Stand at the foot of the navigation. */
  footItems: readonly NavItem<K>[];
  current: K;
  onGo: (page: K) => void;
  strip: ReactNode;
  children: ReactNode;
}): ReactElement {
  const list = (entries: readonly NavItem<K>[]): ReactElement => (
    <ul>
      {entries.map((item) => (
        <NavEntry key={item.id} item={item} isCurrent={item.id === current} onGo={onGo} />
      ))}
    </ul>
  );
  return (
    <div className={css['frame']}>
      <nav className={css['nav']} aria-label={t('nav.label')}>
        <div className={css['brand']}>
          <Mark />
          <span>{t('app.name')}</span>
        </div>
        <div className={css['tenant']}>
          {logo === null ? (
            tenantName
          ) : (
            <img className={css['logo']} src={logo} alt={tenantName ?? ''} />
          )}
        </div>
        {list(items)}
        <div className={css['foot']}>{list(footItems)}</div>
      </nav>
      <main className={css['page']}>{children}</main>
      {strip}
    </div>
  );
}
