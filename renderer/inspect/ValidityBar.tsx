import type { ReactElement } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { longDate } from '../text/format.ts';
import { t } from '../text/text.ts';
import { columnDate } from '../text/dates.ts';
import { validityScale } from './validity-scale.ts';
import type { Tick, ValidityScale } from './validity-scale.ts';
import css from './ValidityBar.module.css';

const tall: Record<Tick['size'], number> = { short: 8, middle: 12, long: 22 };
const sizes = ['short', 'middle', 'long'] as const;

/** The life of a certificate as a ruled scale with today's mark on it. Times are epoch ms. */
export function ValidityBar({
  notBefore,
  notAfter,
  now,
}: {
  notBefore: number;
  notAfter: number;
  now: number;
}): ReactElement {
  const scale = validityScale(notBefore, notAfter, now);
  const today = `${(scale.used * 100).toFixed(3)}%`;
  const label = t('inspect.validity.label', {
    from: longDate(notBefore),
    to: longDate(notAfter),
    today: longDate(now),
  });
  return (
    <div className={css['bar']}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <div className={css['scale']}>
        <svg preserveAspectRatio="none" viewBox="0 0 1000 22" aria-hidden="true">
          {sizes.map((size) => (
            <path
              key={size}
              className={css[size]}
              vectorEffect="non-scaling-stroke"
              d={ticksOf(scale, size)}
            />
          ))}
        </svg>
        <div className={css['run']} style={{ width: today }} />
        <div
          className={css['left']}
          data-ending={scale.stands === 'within' && scale.daysLeft <= 30}
          style={{ left: today }}
        />
        <div className={css['mark']} data-early={scale.used < 0.3} style={{ left: today }}>
          <span>{t('inspect.validity.today', { today: columnDate(now) })}</span>
        </div>
      </div>
      <div className={css['ends']}>
        <span>{columnDate(notBefore)}</span>
        <span>{middleWords(scale)}</span>
        <span>{columnDate(notAfter)}</span>
      </div>
    </div>
  );
}

function ticksOf(scale: ValidityScale, size: Tick['size']): string {
  return scale.ticks
    .filter((tick) => tick.size === size)
    .map((tick) => `M${(tick.at * 1000).toFixed(1)} 22v-${String(tall[size])}`)
    .join('');
}

function middleWords({ stands, usedDays, totalDays, daysLeft }: ValidityScale): string {
  if (stands === 'before') return t('inspect.validity.before', { days: daysLeft });
  if (stands === 'after') return t('inspect.validity.after', { days: totalDays });
  return t('inspect.validity.used', { used: usedDays, total: totalDays });
}
