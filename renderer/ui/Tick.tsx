import type { ReactElement } from 'react';
import { Icon } from './Icon.tsx';
import css from './Checkbox.module.css';

/** The box of a checkbox alone, for rows that are chosen as a whole. It says nothing by itself. */
export function Tick({ isOn }: { isOn: boolean }): ReactElement {
  return (
    <span className={css['tick']}>
      <span className={css['box']} data-on={isOn}>
        {isOn && <Icon name="check" size={12} />}
      </span>
    </span>
  );
}
