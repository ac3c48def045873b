import type { ReactElement } from 'react';
import { Rich } from '../../text/Rich.tsx';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Consequence } from './consequences.ts';
import css from './Orders.module.css';

/** What an order does, as a short list: the fact in bold, what it means behind it. */
export function Consequences({ of: list }: { of: readonly Consequence[] }): ReactElement {
  return (
    <ul className={css['consequences']} aria-label={t('devices.order.consequences')}>
      {list.map(({ icon, of, params }) => (
        <li key={of}>
          <Icon name={icon} />
          <span>
            <Rich of={of} params={params} />
          </span>
        </li>
      ))}
    </ul>
  );
}
