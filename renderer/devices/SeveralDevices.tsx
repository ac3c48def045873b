import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Device } from '../../preload/contract/devices.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { useReachability } from '../app.store.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { DeviceDrawing } from '../ui/DeviceDrawing.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { announce } from '../ui/announce.ts';
import { classNames } from '../ui/class-names.ts';
import type from '../styles/type.module.css';
import { forceCheckIn } from './orders.ts';
import { stripActions } from './device-actions.ts';
import { shapeOf } from './device-words.ts';
import css from './SeveralDevices.module.css';

/** How many drawings stand side by side. */
const drawn = 6;

/** Several devices chosen at once: all of them can be asked to check in. */
export function SeveralDevices({
  devices,
  isNarrow,
}: {
  devices: readonly Device[];
  /** A bar below the list instead of a page beside it. */
  isNarrow: boolean;
}): ReactElement {
  const isOnline = useReachability().state === 'online';
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const title = t('devices.several.title', { count: devices.length });
  const able = devices.filter((device) =>
    stripActions(device).some(({ action, why }) => action === 'force-check-in' && why === null),
  );
  const words = error && describeError(error);

  const checkIn = async (): Promise<void> => {
    setIsBusy(true);
    const failed = await forceCheckIn(able.map(({ id }) => id));
    setIsBusy(false);
    setError(failed);
    if (failed === null) announce(t('devices.check-in.requested'));
  };

  return (
    <article className={css['several']} aria-label={title} data-narrow={isNarrow}>
      {!isNarrow && devices.length > 0 && (
        <div className={css['drawings']}>
          {devices.slice(0, drawn).map((device) => (
            <DeviceDrawing key={device.id} shape={shapeOf(device)} size={72} />
          ))}
        </div>
      )}
      <h2 className={isNarrow ? type['subhead'] : type['title']}>{title}</h2>
      {!isNarrow && (
        <p className={classNames(type['lead'], type['muted'])}>{t('devices.several.words')}</p>
      )}
      <div className={css['button']}>
        <Button
          icon="check-in"
          isPending={isBusy}
          isDisabled={!isOnline || able.length === 0}
          onPress={() => void checkIn()}
        >
          {t('devices.action.force-check-in')}
        </Button>
      </div>
      {isOnline ? (
        able.length < devices.length && (
          <p className={type['muted']}>
            {t('devices.several.left-out', { count: devices.length - able.length })}
          </p>
        )
      ) : (
        <p className={type['muted']}>{t('devices.refusal.offline')}</p>
      )}
      {words && <ErrorMessage title={words.title} sentence={words.sentence} todo={words.todo} />}
    </article>
  );
}
