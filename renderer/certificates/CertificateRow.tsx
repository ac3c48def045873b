import { memo, useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useLocale } from 'react-aria-components';
import { Button as PlainButton } from 'react-aria-components';
import type { Certificate } from '../../preload/contract/certificates.ts';
import { useReachability } from '../app.store.ts';
import { columnDate } from '../text/dates.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Menu } from '../ui/Menu.tsx';
import type { SortColumn } from './arrange.ts';
import { AxisCell } from './Axis.tsx';
import { certificateState, hasEnded } from './certificate-state.ts';
import { CertificateStateWords } from './CertificateStateWords.tsx';
import { rowActions } from './row-actions.ts';
import type { RowAction } from './row-actions.ts';
import type { TimeAxis } from './time-axis.ts';
import css from './CertificateTable.module.css';

/** One certificate: its name over its state, who issued it, its two dates, its place in time, what can be done. */
export const CertificateRow = memo(function CertificateRow({
  certificate,
  place,
  axis,
  now,
  sorted,
  isFresh,
  onAct,
}: {
  certificate: Certificate;
  /** Its place in the table, from 1, the head being the first. */
  place: number;
  axis: TimeAxis;
  now: number;
  sorted: SortColumn;
  isFresh: boolean;
  onAct: (action: RowAction, certificate: Certificate) => void;
}): ReactElement {
  // A row whose certificate stays is drawn again all the same when the language changes.
  useLocale();
  const row = useRef<HTMLTableRowElement>(null);
  const isOnline = useReachability().state === 'online';
  useEffect(() => {
    if (isFresh) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isFresh]);

  const { name, issuedBy, uploadedAt, expiresAt } = certificate;
  const state = certificateState(certificate, now);
  const isUrgent = state.kind === 'expiring' && sorted === 'expiresAt';
  return (
    <tr
      ref={row}
      aria-rowindex={place}
      className={classNames(hasEnded(certificate, now) && css['ended'], isFresh && css['fresh'])}
    >
      <td>
        <PlainButton className={css['title'] ?? ''} onPress={() => onAct('details', certificate)}>
          {name}
        </PlainButton>
        <div className={css['second']}>
          <CertificateStateWords state={state} />
        </div>
      </td>
      <td>{issuedBy}</td>
      <td className={css['date']}>{columnDate(uploadedAt)}</td>
      <td className={classNames(css['date'], isUrgent && css['sorted'])}>
        {columnDate(expiresAt)}
      </td>
      <AxisCell certificate={certificate} state={state} axis={axis} />
      <td>
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
          entries={rowActions(certificate, isOnline, (action) => onAct(action, certificate))}
        />
      </td>
    </tr>
  );
});
