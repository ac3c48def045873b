import type { ReactElement } from 'react';
import { groupsOfFour } from '../text/format.ts';
import { Button } from './Button.tsx';
import type from '../styles/type.module.css';
import css from './Serial.module.css';

/** A serial number or fingerprint in groups of four, to be read out or compared; copied without the spaces. */
export function Serial({
  value,
  isGrouped = true,
  copyLabel,
  onCopy,
}: {
  value: string;
  /** False for what has its own way of being written, such as a Wi-Fi address. */
  isGrouped?: boolean;
  /** Name of the button that copies it. */
  copyLabel: string;
  onCopy: (value: string) => void;
}): ReactElement {
  return (
    <span className={css['serial']}>
      <span className={type['mono']}>{isGrouped ? groupsOfFour(value) : value}</span>
      <Button
        look="quiet"
        size="small"
        icon="copy"
        aria-label={copyLabel}
        onPress={() => onCopy(value)}
      />
    </span>
  );
}
