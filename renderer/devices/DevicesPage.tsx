import { Suspense, lazy, useEffect } from 'react';
import type { ReactElement } from 'react';
import type { DeviceList as List } from '../../preload/contract/devices.ts';
import { t } from '../text/text.ts';
import { LoadFailed } from '../trouble/LoadFailed.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import type from '../styles/type.module.css';
import { DeviceDetail } from './DeviceDetail.tsx';
import { DeviceList } from './DeviceList.tsx';
import { DeviceListSkeleton } from './DeviceListSkeleton.tsx';
import { SeveralDevices } from './SeveralDevices.tsx';
import { useShownDevices } from './use-shown-devices.ts';
import { useDevicesView } from './devices-view.store.ts';
import { loadDevices, useDevices } from './devices.store.ts';
import css from './DevicesPage.module.css';

// The map and what draws it are large, and wanted seldom.
const LocationPage = lazy(async () => ({
  default: (await import('./location/LocationPage.tsx')).LocationPage,
}));

const LostPage = lazy(async () => ({
  default: (await import('./lost/LostPage.tsx')).LostPage,
}));

function Alone({ children }: { children: ReactElement }): ReactElement {
  return (
    <div className={css['alone']}>
      <h1 className={type['title']}>{t('devices.title')}</h1>
      {children}
    </div>
  );
}

function ListAndDetail({ list, onRegister }: { list: List; onRegister: () => void }): ReactElement {
  const isNarrow = useNarrow();
  const { page, isSeveral, located, lost } = useDevicesView();
  const shown = useShownDevices(list.devices);
  const [device] = shown.chosen;
  const detail = isSeveral ? (
    <SeveralDevices devices={shown.chosen} isNarrow={isNarrow} />
  ) : (
    device && <DeviceDetail key={device.id} device={device} isNarrow={isNarrow} />
  );
  const isAlone = isNarrow && !isSeveral && page === 'detail' && detail !== undefined;
  const place = list.devices.find(({ id }) => id === located);
  const missed = list.devices.find(({ id }) => id === lost);
  if (place) {
    return (
      <Suspense>
        <LocationPage key={place.id} device={place} />
      </Suspense>
    );
  }
  if (missed) {
    return (
      <Suspense>
        <LostPage key={missed.id} device={missed} />
      </Suspense>
    );
  }
  // The detail keeps its place in the tree: a dialog over it outlives a window that is made narrow.
  return (
    <div className={css[isAlone ? 'single' : isNarrow ? 'stacked' : 'split']}>
      {!isAlone && (
        <DeviceList list={list} shown={shown} isNarrow={isNarrow} onRegister={onRegister} />
      )}
      {(isAlone || !isNarrow || isSeveral) && detail}
    </div>
  );
}

/** My Devices: the list and, beside it or behind it, the device that was chosen. */
export function DevicesPage({ onRegister }: { onRegister: () => void }): ReactElement {
  const { devices } = useDevices();

  useEffect(() => {
    void loadDevices();
  }, []);

  switch (devices.status) {
    case 'loading':
      return <DeviceListSkeleton />;
    case 'failed':
      return (
        <Alone>
          <LoadFailed problem={devices.error} onRetry={() => void loadDevices(true)} />
        </Alone>
      );
    case 'ready':
      return devices.list.devices.length > 0 ? (
        <ListAndDetail list={devices.list} onRegister={onRegister} />
      ) : (
        <Alone>
          <EmptyState
            art="devices"
            title={t('devices.empty.title')}
            action={
              <Button look="primary" onPress={onRegister}>
                {t('devices.register-first')}
              </Button>
            }
          >
            {devices.list.limit === null
              ? t('devices.empty.words')
              : t('devices.empty.words-limit', { limit: devices.list.limit })}
          </EmptyState>
        </Alone>
      );
    default:
      return devices satisfies never;
  }
}
