import { useId, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { DeviceDrawing } from '../../ui/DeviceDrawing.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import type { PasswordHandle } from '../../ui/PasswordField.tsx';
import { unlockDevice } from '../orders.ts';
import { shapeOf } from '../device-words.ts';
import { Consequences } from './Consequences.tsx';
import { unlockConsequences } from './consequences.ts';
import { OrderError } from './OrderError.tsx';
import { useOrder } from './use-order.ts';
import css from './Orders.module.css';

/** Clears the passcode of a device; an Android device can be given another one. */
export function UnlockDialog({
  device,
  onClose,
}: {
  device: Device;
  onClose: () => void;
}): ReactElement {
  const form = useId();
  const code = useRef<PasswordHandle>(null);
  const [isCodeWrong, setIsCodeWrong] = useState(false);
  const { name } = device;
  const order = useOrder(t('devices.unlock.requested', { device: name }), onClose);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = code.current?.read() ?? '';
    const isWrong = typed !== '' && !/^[0-9A-Za-z]{6,8}$/u.test(typed);
    setIsCodeWrong(isWrong);
    if (isWrong) code.current?.focus();
    else {
      void order.give(() =>
        unlockDevice({ deviceId: device.id, ...(typed === '' ? {} : { code: typed }) }),
      );
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!order.isBusy}
      title={t('devices.unlock.title', { device: name })}
      lead={t('devices.unlock.lead')}
      drawing={<DeviceDrawing shape={shapeOf(device)} size={72} />}
      buttons={
        <>
          <Button isDisabled={order.isBusy} onPress={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" form={form} look="primary" isPending={order.isBusy}>
            {t('devices.unlock.submit', { device: name })}
          </Button>
        </>
      }
    >
      <form id={form} className={css['form']} onSubmit={submit} noValidate>
        <Consequences of={unlockConsequences(device)} />
        {device.platform === 'android' && (
          <PasswordField
            ref={code}
            label={t('devices.unlock.code')}
            name="code"
            isFirst
            showLabel={t('devices.unlock.code.show')}
            hideLabel={t('devices.unlock.code.hide')}
            hint={t('devices.unlock.code.hint')}
            error={isCodeWrong ? t('devices.unlock.code.wrong') : null}
            onEdit={() => setIsCodeWrong(false)}
          />
        )}
        <OrderError error={order.error} />
      </form>
    </Dialog>
  );
}
