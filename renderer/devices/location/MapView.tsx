import { useEffect, useId, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { Group } from 'react-aria-components';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { mapKeys } from '../../ui/page-keys.ts';
import { MapSheet } from './MapSheet.tsx';
import type { Place } from './nearest-city.ts';
import { bleed, placeAt } from './sheet.ts';
import type { View } from './sheet.ts';
import { useDrag } from './use-drag.ts';
import { bindKeys, useKeys } from '../../ui/use-keys.ts';
import { useSize } from './use-size.ts';
import { loadWorld } from './world.ts';
import type { World } from './world.ts';
import css from './Map.module.css';

/** px a degree of longitude; closer than this the shipped coast is too coarse. */
const [farthest, closest] = [4, 4800];
const stride = 90;

/** Close enough for the ring to be seen, far enough for a city to be recognised. */
function firstScale(accuracyMeters: number | null): number {
  const km = (accuracyMeters ?? 0) / 1000;
  return Math.min(300, Math.max(12, 12_000 / Math.max(km, 1)));
}

/** A map that zooms and moves by mouse and by keyboard. It is gone with the page: nothing of it is kept. */
export function MapView({
  device,
  accuracyMeters,
  label,
}: {
  device: Place;
  accuracyMeters: number | null;
  label: string;
}): ReactElement {
  const keysId = useId();
  const { ref, size } = useSize();
  const [world, setWorld] = useState<World | 'failed' | null>(null);
  const [perDegree, setPerDegree] = useState(() => firstScale(accuracyMeters));
  const [middle, setMiddle] = useState(device);

  useEffect(() => {
    let isWanted = true;
    loadWorld().then(
      (loaded) => isWanted && setWorld(loaded),
      () => isWanted && setWorld('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, []);

  const view = useMemo<View | null>(
    () => size && { middle, perDegree, ...size },
    [middle, perDegree, size],
  );
  const zoom = (times: number): void =>
    setPerDegree((now) => Math.min(closest, Math.max(farthest, now * times)));
  const move = (right: number, down: number): void => {
    if (!view) return;
    const next = placeAt(view, view.width / 2 + right, view.height / 2 + down);
    setMiddle({ ...next, latitude: Math.min(82, Math.max(-82, next.latitude)) });
  };
  const drag = useDrag(bleed, ({ x, y }) => move(-x, -y));
  const home = (): void => {
    setMiddle(device);
    setPerDegree(firstScale(accuracyMeters));
  };
  useKeys(
    bindKeys(mapKeys, {
      in: () => zoom(1.6),
      out: () => zoom(1 / 1.6),
      centre: home,
      left: () => move(-stride, 0),
      right: () => move(stride, 0),
      up: () => move(0, -stride),
      down: () => move(0, stride),
    }),
  );

  return (
    <figure
      className={css['map']}
      ref={ref}
      aria-label={label}
      data-dragging={drag.isDragging}
      {...drag.handlers}
      onWheel={(event) => zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2)}
    >
      {world === 'failed' ? (
        <p className={css['note']}>{t('devices.map.failed')}</p>
      ) : world && view ? (
        <MapSheet
          world={world}
          view={view}
          device={device}
          accuracyMeters={accuracyMeters}
          offset={drag.offset}
        />
      ) : (
        <p className={css['note']}>{t('devices.map.loading')}</p>
      )}
      <p id={keysId} hidden>
        {t('devices.map.keys')}
      </p>
      <Group
        className={css['zoom'] ?? ''}
        aria-label={t('devices.map.controls')}
        aria-describedby={keysId}
        data-needs-corner
      >
        <Button
          look="quiet"
          icon="plus"
          aria-label={t('devices.map.in')}
          onPress={() => zoom(1.6)}
        />
        <Button
          look="quiet"
          icon="minus"
          aria-label={t('devices.map.out')}
          onPress={() => zoom(1 / 1.6)}
        />
        <Button look="quiet" icon="locate" aria-label={t('devices.map.centre')} onPress={home} />
      </Group>
    </figure>
  );
}
