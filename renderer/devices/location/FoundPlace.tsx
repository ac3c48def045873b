import type { ReactElement } from 'react';
import { copy } from '../../copy.ts';
import { dateAndTime, exactTime } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/clock.ts';
import type from '../../styles/type.module.css';
import { OpenInMaps } from './OpenInMaps.tsx';
import { accuracyWords, ageWords, coordinates, placeWords } from './location-words.ts';
import type { Found } from './location-words.ts';
import css from './LocationPage.module.css';

/** Where a device was last seen, in words: near what, how long ago, how exactly, and how that is known. */
export function FoundPlace({
  deviceId,
  place,
  askedAt,
}: {
  deviceId: string;
  place: Found;
  askedAt: number;
}): ReactElement {
  const now = useNow();
  const [north, east] = coordinates(place);
  const text = `${place.latitude.toFixed(6)}, ${place.longitude.toFixed(6)}`;
  return (
    <>
      <p className={type['muted']}>{t('devices.location.last-known')}</p>
      <h1 className={type['title']}>{placeWords(place)}</h1>
      <p className={classNames(type['lead'], css['age'])}>{ageWords(place, askedAt, now)}</p>
      <dl className={css['facts']}>
        <dt>{t('devices.location.captured')}</dt>
        <dd>
          {place.capturedAt === null ? (
            t('devices.location.captured.unknown')
          ) : (
            <time title={exactTime(place.capturedAt)}>{dateAndTime(place.capturedAt, now)}</time>
          )}
        </dd>
        <dt>{t('devices.location.accuracy')}</dt>
        <dd>{accuracyWords(place.accuracyMeters)}</dd>
        <dt>{t('devices.location.source')}</dt>
        <dd>{t(`devices.location.source.${place.source}`)}</dd>
        <dt>{t('devices.location.position')}</dt>
        <dd className={type['mono']}>
          {north}
          <br />
          {east}
        </dd>
      </dl>
      <div className={css['uses']}>
        <Button icon="copy" onPress={() => void copy(text, t('devices.location.coordinates'))}>
          {t('devices.location.copy')}
        </Button>
        <OpenInMaps deviceId={deviceId} />
      </div>
      <p className={css['kept']}>{t('devices.location.kept')}</p>
    </>
  );
}
