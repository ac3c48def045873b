import { useImperativeHandle, useRef, useState } from 'react';
import type { ReactElement, Ref } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { t } from '../../text/text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import type { PasswordHandle } from '../../ui/PasswordField.tsx';
import css from './Orders.module.css';

const digits = 6;

/** The PIN as an order takes it. */
export type MacPin = { pin: string; pinNoted?: true };

/** How a dialog gets at the PIN: null when it is not six digits, which the field then says. */
export type MacPinHandle = { take: () => MacPin | null; clear: () => void };

/** Whether an order has failed because the PIN could not be put into the keychain; nothing was sent then. */
export function isPinNotKept(error: AppError | null): boolean {
  return error?.code === 'keychain-unavailable' || error?.code === 'keychain-locked';
}

/**
 * Six digits that only the person and this computer's keychain will know. Where there is no keychain that works,
 * the person can say that the PIN is written down, and send it all the same.
 */
export function MacPinField({
  ref,
  error,
  isFirst = false,
}: {
  ref: Ref<MacPinHandle>;
  /** What went wrong with the last order. */
  error: AppError | null;
  isFirst?: boolean;
}): ReactElement {
  const field = useRef<PasswordHandle>(null);
  const [isWrong, setIsWrong] = useState(false);
  const [isNoted, setIsNoted] = useState(false);
  const isNotKept = isPinNotKept(error);

  useImperativeHandle(ref, () => ({
    take: () => {
      const pin = field.current?.read() ?? '';
      const isRight = /^\d{6}$/u.test(pin);
      setIsWrong(!isRight);
      if (!isRight) field.current?.focus();
      return isRight ? { pin, ...(isNotKept && isNoted ? { pinNoted: true as const } : {}) } : null;
    },
    clear: () => field.current?.clear(),
  }));

  return (
    <div className={css['pin']}>
      <PasswordField
        ref={field}
        label={t('devices.lock.pin')}
        name="pin"
        digits={digits}
        isFirst={isFirst}
        showLabel={t('devices.lock.pin.show')}
        hideLabel={t('devices.lock.pin.hide')}
        hint={t('devices.lock.pin.hint')}
        error={isWrong ? t('devices.lock.pin.wrong') : null}
        onEdit={() => setIsWrong(false)}
      />
      {isNotKept && (
        <>
          <ErrorMessage
            title={t('devices.pin.not-kept')}
            sentence={t('devices.pin.not-kept.words')}
            todo={t('devices.pin.not-kept.todo')}
          />
          <Checkbox isSelected={isNoted} onChange={setIsNoted} hint={t('devices.pin.noted.hint')}>
            {t('devices.pin.noted')}
          </Checkbox>
        </>
      )}
    </div>
  );
}
