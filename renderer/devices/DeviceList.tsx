import { useEffect } from 'react';
import type { ReactElement } from 'react';
import type { DeviceList as List } from '../../preload/contract/devices.ts';
import { useApp, useReachability } from '../app.store.ts';
import { clockTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { FilterTabs } from '../ui/FilterTabs.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { State } from '../ui/State.tsx';
import type from '../styles/type.module.css';
import { DeviceRows } from './DeviceRows.tsx';
import { NothingFound } from './NothingFound.tsx';
import { OrderMenu } from './OrderMenu.tsx';
import { chooseSeveral, filterBy, search, useDevicesView } from './devices-view.store.ts';
import type { ShownDevices } from './use-shown-devices.ts';
import css from './DeviceList.module.css';

function OfflineLine({ list }: { list: List }): ReactElement | null {
  const { state, since } = useReachability();
  if (state === 'online') return null;
  const time = clockTime(since ?? list.fetchedAt);
  return (
    <div className={css['offline']}>
      <State icon="offline">
        <b>
          {state === 'offline'
            ? t('devices.offline-since', { time })
            : t('devices.unreachable-since', { time })}
        </b>
      </State>
      <span>{t('devices.as-of', { time: clockTime(list.fetchedAt) })}</span>
    </div>
  );
}

/** The list of devices: search, filter, order, groups. In a narrow window a press opens the device's page. */
export function DeviceList({
  list,
  shown,
  isNarrow,
  onRegister,
}: {
  list: List;
  shown: ShownDevices;
  isNarrow: boolean;
  onRegister: () => void;
}): ReactElement {
  const { query, filter, isSeveral } = useDevicesView();
  const isMac = useApp(({ app }) => app.status === 'ready' && app.os === 'macos');
  const { devices, used, limit } = list;
  const inactive = devices.filter((device) => device.inactive).length;
  const asOf = list.stale ? list.fetchedAt : null;

  useEffect(() => {
    if (query.trim() === '') return undefined;
    // Not at every key: only once the person has stopped typing.
    const later = setTimeout(
      () => announce(t('devices.search.found', { count: shown.count })),
      600,
    );
    return () => clearTimeout(later);
  }, [query, shown.count]);

  return (
    <section className={css['list']} aria-label={t('devices.title')}>
      <FilterTabs
        label={t('devices.filter')}
        tabs={[
          { id: 'all', label: t('devices.filter.all'), count: devices.length },
          { id: 'active', label: t('devices.filter.active'), count: devices.length - inactive },
          { id: 'inactive', label: t('devices.filter.inactive'), count: inactive },
        ]}
        selected={filter}
        onSelect={filterBy}
        end={<OrderMenu />}
        header={
          <>
            <div className={css['titleLine']}>
              <h1 className={type['head']}>{t('devices.title')}</h1>
              {devices.length > 1 && (
                <Button size="small" onPress={() => chooseSeveral(!isSeveral)}>
                  {isSeveral ? t('devices.several.end') : t('devices.several.begin')}
                </Button>
              )}
            </div>
            <SearchField
              label={t('devices.search')}
              value={query}
              onChange={search}
              hotkey={isMac ? '⌘F' : `${t('help.key.ctrl')} F`}
              clearLabel={t('search.clear')}
            />
          </>
        }
      >
        <OfflineLine list={list} />
        {shown.count === 0 ? (
          <NothingFound devices={devices} />
        ) : (
          <DeviceRows shown={shown} asOf={asOf} isNarrow={isNarrow} />
        )}
        <p className={css['limit']}>
          <span>
            {used !== null && limit !== null
              ? t('devices.limit', { used, limit })
              : t('devices.count', { count: devices.length })}
          </span>
          <Button look="link" onPress={onRegister}>
            {t('devices.register')}
          </Button>
        </p>
      </FilterTabs>
    </section>
  );
}
