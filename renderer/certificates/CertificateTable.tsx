import type { ReactElement } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { SortDescriptor } from 'react-aria-components';
import type { Certificate } from '../../preload/contract/certificates.ts';
import { t } from '../text/text.ts';
import { Cell, Column, Row, Table, TableBody, TableHeader } from '../ui/Table.tsx';
import type { Arrangement, Sort, SortColumn } from './arrange.ts';
import { AxisGap, AxisHead } from './Axis.tsx';
import { CertificateRow } from './CertificateRow.tsx';
import type { TimeAxis } from './time-axis.ts';
import css from './CertificateTable.module.css';

const columns: readonly { id: SortColumn; words: () => string }[] = [
  { id: 'name', words: () => t('certificates.table.name') },
  { id: 'issuedBy', words: () => t('certificates.table.issuedBy') },
  { id: 'uploadedAt', words: () => t('certificates.table.uploadedOn') },
  { id: 'expiresAt', words: () => t('certificates.table.expirationDate') },
];

/** Every certificate on one common scale, today's line through all of them; what has ended stands below. */
export function CertificateTable({
  arrangement: { current, ended },
  axis,
  now,
  sort,
  fresh,
  onSort,
  onOpen,
}: {
  arrangement: Arrangement;
  axis: TimeAxis;
  now: number;
  sort: Sort;
  /** Id of the certificate that was just added. */
  fresh: string | null;
  onSort: (sort: Sort) => void;
  onOpen: (certificate: Certificate) => void;
}): ReactElement {
  const row = (certificate: Certificate): ReactElement => (
    <CertificateRow
      key={certificate.id}
      certificate={certificate}
      axis={axis}
      now={now}
      sorted={sort.column}
      isFresh={certificate.id === fresh}
      onOpen={onOpen}
    />
  );
  return (
    <Table
      aria-label={t('certificates.table')}
      sortDescriptor={{
        column: sort.column,
        direction: sort.descending ? 'descending' : 'ascending',
      }}
      onSortChange={(descriptor) => onSort(sortOf(descriptor))}
      onRowAction={(key) => {
        const certificate = [...current, ...ended].find(({ id }) => id === key);
        if (certificate) onOpen(certificate);
      }}
    >
      <TableHeader>
        {columns.map(({ id, words }) => (
          <Column
            key={id}
            id={id}
            allowsSorting
            isRowHeader={id === 'name'}
            className={css[id]}
            textValue={words()}
          >
            {words()}
          </Column>
        ))}
        <Column
          id="validity"
          className={css['validity']}
          textValue={t('certificates.table.validity')}
        >
          <VisuallyHidden>{t('certificates.table.validity')}</VisuallyHidden>
          <AxisHead axis={axis} now={now} />
        </Column>
        <Column id="actions" className={css['actions']}>
          {t('certificates.table.actions')}
        </Column>
      </TableHeader>
      <TableBody>
        {current.map(row)}
        {ended.length > 0 && (
          <Row key="ended" id="ended" className={css['group']} isDisabled>
            <Cell colSpan={4}>{t('certificates.table.ended')}</Cell>
            <AxisGap axis={axis} />
            <Cell>{null}</Cell>
          </Row>
        )}
        {ended.map(row)}
      </TableBody>
    </Table>
  );
}

function sortOf({ column, direction }: SortDescriptor): Sort {
  const chosen = columns.find(({ id }) => id === column)?.id ?? 'expiresAt';
  return { column: chosen, descending: direction === 'descending' };
}
