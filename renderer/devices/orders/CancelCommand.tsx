import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Command } from '../../../preload/contract/devices.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { useReachability } from '../../app.store.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/announce.ts';
import { hasEnded } from '../command-steps.ts';
import { cancelCommand } from '../orders.ts';
import { OrderError } from './OrderError.tsx';
import css from './Orders.module.css';

/** Takes back a wipe or a retirement, for as long as the device has not picked it up. */
export function CancelCommand({ command }: { command: Command }): ReactElement | null {
  const isOnline = useReachability().state === 'online';
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { type, cancellable } = command;
  if ((type !== 'wipe' && type !== 'retire') || !cancellable || hasEnded(command)) return null;

  const cancel = async (): Promise<void> => {
    setIsBusy(true);
    const failed = await cancelCommand(command.deviceId, command.id);
    setIsBusy(false);
    setError(failed?.code === 'cancelled' ? null : failed);
    if (failed === null) announce(t(`devices.cancel.${type}.done`));
  };

  return (
    <div className={css['cancel']}>
      <Button icon="close" isPending={isBusy} isDisabled={!isOnline} onPress={() => void cancel()}>
        {t(`devices.cancel.${type}`)}
      </Button>
      <OrderError error={error} />
    </div>
  );
}
