import { useId, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { Device } from '../../preload/contract/devices.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { describeError } from '../text/errors.ts';
import { relativeTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { DeviceDrawing } from '../ui/DeviceDrawing.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { announce } from '../ui/announce.ts';
import { useNow } from '../ui/clock.ts';
import { lockDevice } from './commands.store.ts';
import { shapeOf } from './device-words.ts';
import css from './LockDialog.module.css';

/** Lengths that the contract takes. */
const maxMessage = 255;
const maxPhone = 32;
const digits = 6;

function whenWords(device: Device, now: number): string {
  if (device.lastCheckIn === null) return t('devices.lock.when-unknown');
  const words = relativeTime(device.lastCheckIn, now);
  const relative = words.charAt(0).toLocaleLowerCase() + words.slice(1);
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
  const pin = useRef<PasswordHandle>(null);
  const [message, setMessage] = useState('');
  const [phone, setPhone] = useState('');
  const [isPinWrong, setIsPinWrong] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const now = useNow();
  const { name, needsLockPin, supportsLockMessage } = device;
  const words = error && describeError(error);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const typed = pin.current?.read() ?? '';
    const isWrong = needsLockPin && !/^\d{6}$/u.test(typed);
    setIsPinWrong(isWrong);
    if (isWrong) return pin.current?.focus();
    setIsBusy(true);
    const failed = await lockDevice({
      deviceId: device.id,
      ...(message.trim() === '' ? {} : { message: message.trim() }),
      ...(phone.trim() === '' ? {} : { phoneNumber: phone.trim() }),
      ...(needsLockPin ? { pin: typed } : {}),
    });
    setIsBusy(false);
    setError(failed);
    if (failed !== null) return undefined;
    pin.current?.clear();
    announce(t('devices.lock.requested', { device: name }));
    return onClose();
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
      <form id={form} className={css['form']} onSubmit={(event) => void submit(event)} noValidate>
        <p className={css['when']}>
          <Icon name="clock" />
          {whenWords(device, now)}
        </p>
        {needsLockPin && (
          <PasswordField
            ref={pin}
            label={t('devices.lock.pin')}
            name="pin"
            digits={digits}
            isFirst
            showLabel={t('devices.lock.pin.show')}
            hideLabel={t('devices.lock.pin.hide')}
            hint={t('devices.lock.pin.hint')}
            error={isPinWrong ? t('devices.lock.pin.wrong') : null}
            onEdit={() => setIsPinWrong(false)}
          />
        )}
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
        {words && (
          <ErrorMessage
            title={words.title}
            sentence={words.sentence}
            todo={words.todo}
            reference={words.reference}
          />
        )}
      </form>
    </Dialog>
  );
}
