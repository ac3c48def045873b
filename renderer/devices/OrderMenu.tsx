import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../text/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { orderBy, useDevicesView } from './devices-view.store.ts';
import css from './DeviceList.module.css';

/** In which order the devices stand. */
export function OrderMenu(): ReactElement {
  const { order } = useDevicesView();
  const words = t(`devices.order.${order}`);
  return (
    <Menu
      label={t('devices.order')}
      trigger={
        <Button className={css['order'] ?? ''} aria-label={`${t('devices.order')}: ${words}`}>
          {words}
          <Icon name={order === 'name' ? 'sort-up' : 'sort-down'} size={13} />
        </Button>
      }
      entries={(['last-check-in', 'name'] as const).map((id) => ({
        id,
        label: t(`devices.order.${id}`),
        icon: id === order ? 'check' : id === 'name' ? 'sort-up' : 'sort-down',
        more: t(`devices.order.${id}.more`),
        onChoose: () => orderBy(id),
      }))}
    />
  );
}
