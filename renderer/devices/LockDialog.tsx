import { useId, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { Device } from '../../preload/contract/devices.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { DeviceDrawing } from '../ui/DeviceDrawing.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useNow } from '../ui/clock.ts';
import { ago } from './ago.ts';
import { lockDevice } from './orders.ts';
import { shapeOf } from './device-words.ts';
import { MacPinField, isPinNotKept } from './orders/MacPinField.tsx';
import type { MacPinHandle } from './orders/MacPinField.tsx';
import { OrderError } from './orders/OrderError.tsx';
import { useOrder } from './orders/use-order.ts';
import css from './LockDialog.module.css';

/** Lengths that the contract takes. */
const maxMessage = 255;
const maxPhone = 32;

function whenWords(device: Device, now: number): string {
  if (device.lastCheckIn === null) return t('devices.lock.when-unknown');
  const relative = ago(device.lastCheckIn, now);
  return device.connectivity === 'offline'
    ? t('devices.lock.when-offline', { relative })
    : t('devices.lock.when-online', { relative });
}

/** Asks what to lock a device with, and requests it. What a device can't take is not asked for. */
export function LockDialog({
  device,
  onClose,
}: {
  device: Device;
  onClose: () => void;
}): ReactElement {
  const form = useId();
  const pin = useRef<MacPinHandle>(null);
  const [message, setMessage] = useState('');
  const [phone, setPhone] = useState('');
  const now = useNow();
  const { name, needsLockPin, supportsLockMessage } = device;
  const order = useOrder(t('devices.lock.requested', { device: name }), onClose);
  const { isBusy, error } = order;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const taken = needsLockPin ? pin.current?.take() : {};
    if (!taken) return;
    void order.give(() =>
      lockDevice({
        deviceId: device.id,
        ...(message.trim() === '' ? {} : { message: message.trim() }),
        ...(phone.trim() === '' ? {} : { phoneNumber: phone.trim() }),
        ...taken,
      }),
    );
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!isBusy}
      title={t('devices.lock.title', { device: name })}
      lead={needsLockPin ? t('devices.lock.lead.macos') : t('devices.lock.lead')}
      drawing={<DeviceDrawing shape={shapeOf(device)} size={72} lock="requested" />}
      buttons={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" form={form} look="primary" isPending={isBusy}>
            {t('devices.lock.submit', { device: name })}
          </Button>
        </>
      }
    >
      <form id={form} className={css['form']} onSubmit={submit} noValidate>
        <p className={css['when']}>
          <Icon name="clock" />
          {whenWords(device, now)}
        </p>
        {needsLockPin && <MacPinField ref={pin} error={error} isFirst />}
        {supportsLockMessage && (
          <>
            <TextField
              label={t('devices.lock.message')}
              name="message"
              lines={2}
              maxLength={maxMessage}
              isFirst={!needsLockPin}
              value={message}
              onChange={setMessage}
              hint={t('devices.lock.message.hint')}
              labelEnd={
                message.length > maxMessage - 55 ? (
                  <span>{t('devices.lock.left', { count: maxMessage - message.length })}</span>
                ) : null
              }
            />
            <TextField
              label={t('devices.lock.phone')}
              name="phone"
              type="tel"
              maxLength={maxPhone}
              value={phone}
              onChange={setPhone}
              hint={t('devices.lock.phone.hint')}
            />
          </>
        )}
        <OrderError error={needsLockPin && isPinNotKept(error) ? null : error} />
      </form>
    </Dialog>
  );
}
