import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import type { Result } from '../../../preload/contract/errors.ts';
import type { DeviceLocation } from '../../../preload/contract/orders.ts';
import { call } from '../../portal.ts';
import { describeError } from '../../text/errors.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { currentTime } from '../../ui/clock.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { nounOf } from '../device-words.ts';
import { leaveLocation, showLost } from '../devices-view.store.ts';
import { FoundPlace } from './FoundPlace.tsx';
import { MapView } from './MapView.tsx';
import { placeWords } from './location-words.ts';
import { innerPageKeys } from '../../ui/page-keys.ts';
import { bindKeys, useKeys } from '../../ui/use-keys.ts';
import { useTenant } from '../use-tenant.ts';
import css from './LocationPage.module.css';

type Asked = { answer: Result<DeviceLocation>; at: number };

/** Why there is no place to show, and what can be done. */
function NoPlace({
  asked: { answer },
  device,
  onAgain,
}: {
  asked: Asked;
  device: Device;
  onAgain: () => void;
}): ReactElement | null {
  const tenant = useTenant();
  const again = <Button onPress={onAgain}>{t('devices.location.again')}</Button>;
  if (!answer.ok) {
    const { title, sentence, todo, reference } = describeError(answer.error);
    return (
      <EmptyState art="failed" title={title} action={again} reference={reference}>
        {sentence} {todo}
      </EmptyState>
    );
  }
  if (answer.value.found) return null;
  const { why } = answer.value;
  const noun = nounOf(device);
  return (
    <EmptyState
      art="failed"
      title={t(`devices.location.none.${why}.title`, { noun })}
      action={why === 'no-fix' || why === 'unknown' ? again : undefined}
    >
      {t(`devices.location.none.${why}`, { noun, tenant })}
    </EmptyState>
  );
}

/** One question to the portal, and its answer as words and on a map. */
function Inquiry({ device, onAgain }: { device: Device; onAgain: () => void }): ReactElement {
  const { id, name } = device;
  const [asked, setAsked] = useState<Asked | null>(null);

  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const answer = await call('devices.locate', { deviceId: id });
      if (isWanted) setAsked({ answer, at: currentTime() });
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [id]);

  const place = asked?.answer.ok && asked.answer.value.found ? asked.answer.value : null;
  const back = (
    <div className={css['back']}>
      <Button look="link" icon="left" onPress={leaveLocation}>
        {name}
      </Button>
    </div>
  );
  if (asked === null || place === null) {
    return (
      <div className={css['alone']}>
        {back}
        {asked === null ? (
          <output className={css['asking']}>{t('devices.location.asking')}</output>
        ) : (
          <NoPlace asked={asked} device={device} onAgain={onAgain} />
        )}
      </div>
    );
  }
  return (
    <div className={css['page']}>
      <section className={css['side']} aria-label={t('devices.location.last-known')}>
        {back}
        <FoundPlace deviceId={id} place={place} askedAt={asked.at} />
        <div className={css['lost']}>
          <Button look="link" onPress={() => showLost(id)}>
            {t('devices.lost.link')}
          </Button>
        </div>
      </section>
      <MapView
        device={place}
        accuracyMeters={place.accuracyMeters}
        label={t('devices.map.label', { device: name, place: placeWords(place) })}
      />
    </div>
  );
}

/** Where a device was last seen. The answer lives as long as this page and no longer; Escape leaves it. */
export function LocationPage({ device }: { device: Device }): ReactElement {
  const [turn, setTurn] = useState(0);
  const page = useRef<HTMLDivElement>(null);
  useKeys(bindKeys(innerPageKeys, { leave: leaveLocation }));

  // What was pressed to come here is gone, and the focus with it.
  useEffect(() => page.current?.focus(), []);

  return (
    <div className={css['whole']} ref={page} tabIndex={-1}>
      <Inquiry key={turn} device={device} onAgain={() => setTurn(turn + 1)} />
    </div>
  );
}
