import type { ReactElement } from 'react';
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import css from './ProgressBar.module.css';

/** How far long work has come. `value` runs from 0 to 100; null while the end is not known. */
export function ProgressBar({
  label,
  value,
  valueLabel,
}: {
  label: string;
  value: number | null;
  /** How far, in words: `62 %`, `1.2 of 3 kB`. */
  valueLabel?: string;
}): ReactElement {
  return (
    <AriaProgressBar
      className={css['progress'] ?? ''}
      value={value ?? 0}
      isIndeterminate={value === null}
      valueLabel={valueLabel}
    >
      <div className={css['words']}>
        <Label>{label}</Label>
        {valueLabel && <span>{valueLabel}</span>}
      </div>
      <div className={css['track']}>
        <div
          className={css['run']}
          data-open={value === null}
          style={{ width: value === null ? '30%' : `${value}%` }}
        />
      </div>
    </AriaProgressBar>
  );
}
