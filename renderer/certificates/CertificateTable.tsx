import type { ReactElement } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { Certificate } from '../../preload/contract/certificates.ts';
import { t } from '../text/text.ts';
import { Column, RowGap, Table } from '../ui/Table.tsx';
import { useRowWindow } from '../ui/use-row-window.ts';
import { nextSort } from './arrange.ts';
import type { Arrangement, Sort, SortColumn } from './arrange.ts';
import { AxisGap, AxisHead } from './Axis.tsx';
import { CertificateRow } from './CertificateRow.tsx';
import type { RowAction } from './row-actions.ts';
import type { TimeAxis } from './time-axis.ts';
import css from './CertificateTable.module.css';

const columns: readonly { id: SortColumn; words: () => string }[] = [
  { id: 'name', words: () => t('certificates.table.name') },
  { id: 'issuedBy', words: () => t('certificates.table.issuedBy') },
  { id: 'uploadedAt', words: () => t('certificates.table.uploadedOn') },
  { id: 'expiresAt', words: () => t('certificates.table.expirationDate') },
];
const rowHeight = 58;

/** Every certificate on one common scale, today's line through all of them; what has ended stands below. */
export function CertificateTable({
  arrangement: { current, ended },
  axis,
  now,
  sort,
  fresh,
  onSort,
  onAct,
}: {
  arrangement: Arrangement;
  axis: TimeAxis;
  now: number;
  sort: Sort;
  /** Id of the certificate that was just added. */
  fresh: string | null;
  onSort: (sort: Sort) => void;
  onAct: (action: RowAction, certificate: Certificate) => void;
}): ReactElement {
  /** Null stands for the row that names the group of those that have ended. */
  const lines = ended.length === 0 ? current : [...current, null, ...ended];
  const { ref, first, end } = useRowWindow(lines.length, rowHeight);
  return (
    <div ref={ref}>
      <Table label={t('certificates.table')} rowCount={lines.length + 1}>
        <thead>
          <tr>
            {columns.map(({ id, words }) => (
              <Column
                key={id}
                className={css[id]}
                sorted={directionOf(sort, id)}
                onSort={() => onSort(nextSort(sort, id))}
              >
                {words()}
              </Column>
            ))}
            <Column>
              <VisuallyHidden>{t('certificates.table.validity')}</VisuallyHidden>
              <AxisHead axis={axis} now={now} />
            </Column>
            <Column className={css['actions']}>{t('certificates.table.actions')}</Column>
          </tr>
        </thead>
        <tbody>
          <RowGap height={first * rowHeight} />
          {lines.slice(first, end).map((certificate, place) =>
            certificate === null ? (
              <tr key="ended" className={css['group']} aria-rowindex={first + place + 2}>
                <td colSpan={4}>{t('certificates.table.ended')}</td>
                <AxisGap axis={axis} />
                <td aria-hidden="true" />
              </tr>
            ) : (
              <CertificateRow
                key={certificate.id}
                certificate={certificate}
                place={first + place + 2}
                axis={axis}
                now={now}
                sorted={sort.column}
                isFresh={certificate.id === fresh}
                onAct={onAct}
              />
            ),
          )}
          <RowGap height={(lines.length - end) * rowHeight} />
        </tbody>
      </Table>
    </div>
  );
}

function directionOf(sort: Sort, column: SortColumn): 'ascending' | 'descending' | 'none' {
  if (sort.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
