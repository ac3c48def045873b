import type { ReactElement } from 'react';
import type { Certificate } from '../../preload/contract/certificates.ts';
import { columnDate } from '../text/dates.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Menu } from '../ui/Menu.tsx';
import { Cell, Row } from '../ui/Table.tsx';
import type { SortColumn } from './arrange.ts';
import { AxisCell } from './Axis.tsx';
import { certificateState, hasEnded } from './certificate-state.ts';
import { CertificateStateWords } from './CertificateStateWords.tsx';
import type { TimeAxis } from './time-axis.ts';
import css from './CertificateTable.module.css';

/** One certificate: its name over its state, who issued it, its two dates, its place in time, what can be done. */
export function CertificateRow({
  certificate,
  axis,
  now,
  sorted,
  isFresh,
  onOpen,
}: {
  certificate: Certificate;
  axis: TimeAxis;
  now: number;
  sorted: SortColumn;
  isFresh: boolean;
  onOpen: (certificate: Certificate) => void;
}): ReactElement {
  const { id, name, issuedBy, uploadedAt, expiresAt } = certificate;
  const state = certificateState(certificate, now);
  const isUrgent = state.kind === 'expiring' && sorted === 'expiresAt';
  return (
    <Row
      id={id}
      textValue={name}
      className={classNames(hasEnded(certificate, now) && css['ended'], isFresh && css['fresh'])}
    >
      <Cell textValue={name}>
        <div className={css['title']}>{name}</div>
        <div className={css['second']}>
          <CertificateStateWords state={state} />
        </div>
      </Cell>
      <Cell>{issuedBy}</Cell>
      <Cell className={css['date']}>{columnDate(uploadedAt)}</Cell>
      <Cell className={classNames(css['date'], isUrgent && css['sorted'])}>
        {columnDate(expiresAt)}
      </Cell>
      <AxisCell certificate={certificate} state={state} axis={axis} />
      <Cell>
        <Menu
          label={t('certificates.menu', { name })}
          trigger={
            <Button
              look="quiet"
              size="small"
              icon="more"
              aria-label={t('certificates.menu', { name })}
            />
          }
          entries={[
            {
              id: 'details',
              label: t('certificates.menu.details'),
              more: t('certificates.menu.details.more'),
              icon: 'certificate',
              onChoose: () => onOpen(certificate),
            },
          ]}
        />
      </Cell>
    </Row>
  );
}
