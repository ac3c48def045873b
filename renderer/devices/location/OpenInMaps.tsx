import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { call } from '../../portal.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { OrderError } from '../orders/OrderError.tsx';
import css from './LocationPage.module.css';

/** Shows the place on a map of the web. Main asks the portal for it once more: the page can name no address. */
export function OpenInMaps({ deviceId }: { deviceId: string }): ReactElement {
  const id = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const open = async (): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await call('devices.openMap', { deviceId });
    setIsBusy(false);
    setError(answer.ok ? null : answer.error);
  };

  return (
    <>
      <Button
        icon="open-outside"
        aria-describedby={id}
        isPending={isBusy}
        onPress={() => void open()}
      >
        {t('devices.location.maps')}
      </Button>
      <p id={id} className={css['kept']}>
        {t('devices.location.maps.leaves')}
      </p>
      {error?.code === 'not-found' ? (
        <p role="alert">{t('devices.location.maps.gone')}</p>
      ) : (
        <OrderError error={error} />
      )}
    </>
  );
}
