import type { ReactElement } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { DeviceDrawing } from '../../ui/DeviceDrawing.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useNow } from '../../ui/clock.ts';
import { nounOf, shapeOf } from '../device-words.ts';
import { retireDevice } from '../orders.ts';
import { Consequences } from './Consequences.tsx';
import { retireConsequences } from './consequences.ts';
import { OrderError } from './OrderError.tsx';
import { useOrder } from './use-order.ts';
import css from './Orders.module.css';

/** Says what a retirement takes away, and requests it; main asks once more by itself. */
export function RetireDialog({
  device,
  onClose,
}: {
  device: Device;
  onClose: () => void;
}): ReactElement {
  const now = useNow();
  const { name, id } = device;
  const order = useOrder(t('devices.retire.requested', { device: name }), onClose);
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      canClose={!order.isBusy}
      title={t('devices.retire.title', { device: name })}
      lead={t('devices.retire.lead')}
      drawing={<DeviceDrawing shape={shapeOf(device)} size={72} />}
      buttons={
        <>
          <Button isDisabled={order.isBusy} onPress={onClose}>
            {t('devices.order.keep', { noun: nounOf(device) })}
          </Button>
          <Button
            look="danger-fill"
            isPending={order.isBusy}
            onPress={() => void order.give(() => retireDevice(id))}
          >
            {t('devices.retire.submit', { device: name })}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <Consequences of={retireConsequences(device, now)} />
        <OrderError error={order.error} />
      </div>
    </Dialog>
  );
}
