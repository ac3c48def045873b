import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import css from './Table.module.css';

/** A table ruled by hairlines. `rowCount` counts its rows, the head among them, also those that are not drawn. */
export function Table({
  label,
  rowCount,
  children,
}: {
  label: string;
  rowCount: number;
  children: ReactNode;
}): ReactElement {
  return (
    <table className={css['table']} aria-label={label} aria-rowcount={rowCount}>
      {children}
    </table>
  );
}

/** A heading. With `onSort` it is pressed to sort by it, and shows which way the rows run. */
export function Column({
  sorted,
  onSort,
  className,
  children,
}: {
  sorted?: 'ascending' | 'descending' | 'none';
  onSort?: () => void;
  className?: string | undefined;
  children: ReactNode;
}): ReactElement {
  const direction = sorted === 'ascending' || sorted === 'descending' ? sorted : null;
  return (
    <th scope="col" className={className} {...(sorted ? { 'aria-sort': sorted } : {})}>
      {onSort ? (
        <Button className={classNames(css['sort'], direction && css['sorted'])} onPress={onSort}>
          {children}
          {direction && (
            <Icon name={direction === 'ascending' ? 'sort-up' : 'sort-down'} size={12} />
          )}
        </Button>
      ) : (
        children
      )}
    </th>
  );
}

/** Keeps the room of rows that are not drawn. `height` in px. */
export function RowGap({ height }: { height: number }): ReactElement | null {
  return height <= 0 ? null : <tr aria-hidden="true" style={{ height }} />;
}
