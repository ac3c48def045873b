import type { ReactElement } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { Certificate } from '../../preload/contract/certificates.ts';
import { columnDate, dayOnScale } from '../text/dates.ts';
import { t } from '../text/text.ts';
import { classNames } from '../ui/class-names.ts';
import type { CertificateState } from './certificate-state.ts';
import { spans } from './time-axis.ts';
import type { TimeAxis } from './time-axis.ts';
import css from './Axis.module.css';

/** The years over the common scale, and today. The bars say the same in words, so this is for the eye. */
export function AxisHead({ axis, now }: { axis: TimeAxis; now: number }): ReactElement {
  return (
    <span className={css['head']} aria-hidden="true">
      {axis.years
        .filter(({ labelled }) => labelled)
        .map(({ year, at }) => (
          <span key={year} style={{ left: share(at) }}>
            {String(year % 100).padStart(2, '0')}
          </span>
        ))}
      <span className={css['now']} style={{ left: share(axis.today) }}>
        {dayOnScale(now)}
      </span>
    </span>
  );
}

/** One certificate on the common scale: solid while valid, amber what is left, striped before, grey after, hollow without a key. */
export function AxisCell({
  certificate,
  state,
  axis,
}: {
  certificate: Certificate;
  state: CertificateState;
  axis: TimeAxis;
}): ReactElement {
  const label = t('certificates.axis.bar', {
    from: columnDate(certificate.notBefore),
    to: columnDate(certificate.expiresAt),
  });
  return (
    <td className={css['cell']}>
      <AxisLines axis={axis} />
      <div className={css['bar']} title={label}>
        <VisuallyHidden>{label}</VisuallyHidden>
        {spans(certificate, state, axis).map(({ kind, start, width }) => (
          <span
            key={kind}
            className={classNames(css['span'], css[kind])}
            style={{ left: share(start), width: share(width) }}
          />
        ))}
      </div>
    </td>
  );
}

/** The scale without a bar, where a group's name stands. */
export function AxisGap({ axis }: { axis: TimeAxis }): ReactElement {
  return (
    <td className={css['cell']}>
      <AxisLines axis={axis} />
    </td>
  );
}

function AxisLines({ axis }: { axis: TimeAxis }): ReactElement {
  const line = 'linear-gradient(var(--line), var(--line))';
  const background = axis.years.map(({ at }) => `${line} ${share(at)} 0 / 1px 100% no-repeat`);
  return (
    <span className={css['lines']} style={{ background: background.join(', ') }} aria-hidden="true">
      <span className={css['today']} style={{ left: share(axis.today) }} />
    </span>
  );
}

function share(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}
