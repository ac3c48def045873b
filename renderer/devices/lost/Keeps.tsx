import type { ReactElement } from 'react';
import { t } from '../../text/text.ts';
import css from './Lost.module.css';

/** What a step leaves as it is, and what it takes away. */
export function Keeps({ keeps, takes }: { keeps: string; takes: string }): ReactElement {
  return (
    <dl className={css['keeps']}>
      <dt>{t('devices.lost.keeps')}</dt>
      <dd>{keeps}</dd>
      <dt>{t('devices.lost.takes')}</dt>
      <dd>{takes}</dd>
    </dl>
  );
}
