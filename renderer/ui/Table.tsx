import type { ReactElement, ReactNode } from 'react';
import {
  Cell as AriaCell,
  Column as AriaColumn,
  Row as AriaRow,
  Table as AriaTable,
  TableBody as AriaTableBody,
  TableHeader as AriaTableHeader,
} from 'react-aria-components';
import type {
  CellProps,
  ColumnProps,
  RowProps,
  TableBodyProps,
  TableHeaderProps,
  TableProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import css from './Table.module.css';

/** A table ruled by hairlines, with sortable columns; arrow keys walk its cells. */
export function Table(props: Omit<TableProps, 'className' | 'style'>): ReactElement {
  return <AriaTable {...props} className={css['table'] ?? ''} />;
}

export function TableHeader<T extends object>(
  props: Omit<TableHeaderProps<T>, 'className' | 'style'>,
): ReactElement {
  return <AriaTableHeader {...props} />;
}

/** A heading; `allowsSorting` shows which way the rows run. */
export function Column({
  children,
  className,
  ...rest
}: Omit<ColumnProps, 'className' | 'style' | 'children'> & {
  children?: ReactNode;
  className?: string | undefined;
}): ReactElement {
  return (
    <AriaColumn {...rest} className={classNames(css['column'], className)}>
      {({ sortDirection }) => (
        <span className={css['heading']}>
          {children}
          {sortDirection && (
            <Icon name={sortDirection === 'ascending' ? 'sort-up' : 'sort-down'} size={12} />
          )}
        </span>
      )}
    </AriaColumn>
  );
}

export function TableBody<T extends object>(
  props: Omit<TableBodyProps<T>, 'className' | 'style'>,
): ReactElement {
  return <AriaTableBody {...props} />;
}

export function Row<T extends object>({
  className,
  ...rest
}: Omit<RowProps<T>, 'className' | 'style'> & { className?: string | undefined }): ReactElement {
  return <AriaRow {...rest} className={classNames(css['row'], className)} />;
}

export function Cell({
  className,
  ...rest
}: Omit<CellProps, 'className' | 'style'> & { className?: string | undefined }): ReactElement {
  return <AriaCell {...rest} className={classNames(css['cell'], className)} />;
}
