import type { ReactElement } from 'react';
import type { Device } from '../../preload/contract/devices.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { searchFor } from './device-groups.ts';
import { showAll, useDevicesView } from './devices-view.store.ts';
import css from './DeviceList.module.css';

/** A search or a filter that leaves nothing, and what it hides. */
export function NothingFound({ devices }: { devices: readonly Device[] }): ReactElement {
  const { query } = useDevicesView();
  const hidden = devices.filter(searchFor(query)).length;
  return (
    <div className={css['nothing']}>
      <EmptyState
        art="search"
        title={
          query.trim() === ''
            ? t('devices.nothing.title-filter')
            : t('devices.nothing.title', { query: query.trim() })
        }
        action={
          <Button onPress={showAll}>
            {t('devices.nothing.show-all', { count: devices.length })}
          </Button>
        }
      >
        {hidden > 0 ? t('devices.nothing.hidden', { count: hidden }) : t('devices.nothing.words')}
      </EmptyState>
    </div>
  );
}
