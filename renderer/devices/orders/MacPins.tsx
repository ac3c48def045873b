import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { MacPins as Pins } from '../../../preload/contract/orders.ts';
import { copy } from '../../copy.ts';
import { call } from '../../portal.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { OrderError } from './OrderError.tsx';
import css from './Orders.module.css';

/** The PINs that this computer holds for a Mac: asked for when the person wants to see them, and gone after. */
export function MacPins({ device }: { device: Device }): ReactElement | null {
  const [pins, setPins] = useState<Pins | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  if (!device.needsLockPin) return null;

  const show = async (): Promise<void> => {
    setIsBusy(true);
    const answer = await call('devices.lockPin', { deviceId: device.id });
    setIsBusy(false);
    setError(answer.ok ? null : answer.error);
    setPins(answer.ok ? answer.value : null);
  };
  const hasNoKeychain = error?.code === 'keychain-unavailable';
  const found = (['lock', 'wipe'] as const).flatMap((kind) => {
    const value = pins?.[kind] ?? null;
    return value === null ? [] : [{ kind, value }];
  });

  return (
    <Section
      title={t('devices.pins')}
      end={
        <Button
          look="link"
          isPending={isBusy}
          onPress={pins === null ? () => void show() : () => setPins(null)}
        >
          {pins === null ? t('devices.pins.show') : t('devices.pins.hide')}
        </Button>
      }
    >
      {found.length > 0 ? (
        <dl className={css['pins']}>
          {found.map(({ kind, value }) => (
            <div key={kind}>
              <dt>{t(`devices.pins.${kind}`)}</dt>
              <dd>
                <Serial
                  value={value}
                  isGrouped={false}
                  copyLabel={t('action.copy', { what: t(`devices.pins.${kind}`) })}
                  onCopy={(text) => void copy(text, t(`devices.pins.${kind}`))}
                />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={css['none']}>
          {hasNoKeychain
            ? t('devices.pins.no-keychain')
            : pins === null
              ? t('devices.pins.words')
              : t('devices.pins.none')}
        </p>
      )}
      <OrderError error={hasNoKeychain ? null : error} />
    </Section>
  );
}
