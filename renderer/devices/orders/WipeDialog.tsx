import { useId, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DeviceDrawing } from '../../ui/DeviceDrawing.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useNow } from '../../ui/clock.ts';
import { nounOf, shapeOf } from '../device-words.ts';
import { wipeDevice } from '../orders.ts';
import { Consequences } from './Consequences.tsx';
import { wipeConsequences } from './consequences.ts';
import { MacPinField, isPinNotKept } from './MacPinField.tsx';
import type { MacPinHandle } from './MacPinField.tsx';
import { NameField } from './NameField.tsx';
import { matchName } from './name-match.ts';
import { OrderError } from './OrderError.tsx';
import { useOrder } from './use-order.ts';
import css from './Orders.module.css';

/** Says what a wipe takes away and has the name typed; main asks once more by itself, where no page can answer. */
export function WipeDialog({
  device,
  onClose,
}: {
  device: Device;
  onClose: () => void;
}): ReactElement {
  const form = useId();
  const now = useNow();
  const pin = useRef<MacPinHandle>(null);
  const [typed, setTyped] = useState('');
  const [keepsPlan, setKeepsPlan] = useState(true);
  const { id, name, platform, needsLockPin } = device;
  const noun = nounOf(device);
  const match = matchName(name, typed);
  const order = useOrder(t('devices.wipe.requested', { device: name }), onClose);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (match.state !== 'same') return;
    const taken = needsLockPin ? pin.current?.take() : {};
    if (!taken) return;
    void order.give(() =>
      wipeDevice({ deviceId: id, confirmName: typed, preserveDataPlan: keepsPlan, ...taken }),
    );
  };

  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      canClose={!order.isBusy}
      title={t('devices.wipe.title', { device: name })}
      lead={t('devices.wipe.lead')}
      drawing={<DeviceDrawing shape={shapeOf(device)} size={72} />}
      footNote={match.state === 'same' ? null : t('devices.wipe.name.to-go-on')}
      buttons={
        <>
          <Button isDisabled={order.isBusy} onPress={onClose}>
            {t('devices.order.keep', { noun })}
          </Button>
          <Button
            type="submit"
            form={form}
            look="danger-fill"
            isDisabled={match.state !== 'same'}
            isPending={order.isBusy}
          >
            {t('devices.wipe.submit', { device: name })}
          </Button>
        </>
      }
    >
      <form id={form} className={css['form']} onSubmit={submit} noValidate>
        <Consequences of={wipeConsequences(device, now)} />
        {(platform === 'ios' || platform === 'ipados') && (
          <Checkbox isSelected={keepsPlan} onChange={setKeepsPlan}>
            {t('devices.wipe.keep-plan', { noun })}
          </Checkbox>
        )}
        {needsLockPin && <MacPinField ref={pin} error={order.error} />}
        <NameField name={name} typed={typed} match={match} onType={setTyped} />
        <OrderError error={needsLockPin && isPinNotKept(order.error) ? null : order.error} />
      </form>
    </Dialog>
  );
}
