import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { Device, DeviceAction } from '../../../preload/contract/devices.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { OneTimePin } from '../../../preload/contract/orders.ts';
import { useReachability } from '../../app.store.ts';
import { copy } from '../../copy.ts';
import { call } from '../../portal.ts';
import { withProof } from '../../proof/proof.store.ts';
import { dateAndTime } from '../../text/format.ts';
import { Rich } from '../../text/Rich.tsx';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { announce } from '../../ui/announce.ts';
import { mirrorDevice } from '../devices.store.ts';
import { OrderError } from './OrderError.tsx';
import { useTenant } from '../use-tenant.ts';
import css from './Orders.module.css';

type More = Extract<DeviceAction, 'set-ownership' | 'reset-secure-apps-pin'>;

function Pin({ pin: { pin, expiresAt } }: { pin: OneTimePin }): ReactElement {
  const what = t('devices.more.pin');
  return (
    <p>
      <Serial
        value={pin}
        isGrouped={false}
        copyLabel={t('action.copy', { what })}
        onCopy={(text) => void copy(text, what)}
      />
      {expiresAt !== null && (
        <span className={css['none']}>
          {' '}
          {t('devices.more.pin.until', { time: dateAndTime(expiresAt) })}
        </span>
      )}
    </p>
  );
}

/** What is asked for seldom: whose the device is, and a PIN for its secure apps. Only where the portal has it. */
export function MoreActions({ device }: { device: Device }): ReactElement | null {
  const id = useId();
  const isOnline = useReachability().state === 'online';
  const [busy, setBusy] = useState<More | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [pin, setPin] = useState<OneTimePin | null>(null);
  const tenant = useTenant();
  const ownership = device.ownership === 'company' ? 'user' : 'company';
  const words: Record<More, string> = {
    'set-ownership': t(`devices.more.ownership.${ownership}`),
    'reset-secure-apps-pin': t('devices.more.pin.get'),
  };
  const shown = (['set-ownership', 'reset-secure-apps-pin'] as const).flatMap((action) => {
    const refusal = device.actions[action];
    const isThere =
      refusal !== undefined &&
      refusal !== 'not-supported-by-platform' &&
      refusal !== 'not-offered-by-portal';
    return isThere ? [{ action, refusal }] : [];
  });
  if (shown.length === 0) return null;

  const during = async (action: More, ask: () => Promise<AppError | null>): Promise<void> => {
    setBusy(action);
    setError(null);
    const failed = await ask();
    setBusy(null);
    setError(failed?.code === 'cancelled' ? null : failed);
  };
  const act: Record<More, () => Promise<AppError | null>> = {
    'set-ownership': async () => {
      const input = { deviceId: device.id, ownership } as const;
      const answer = await withProof(() => call('devices.setOwnership', input));
      if (!answer.ok) return answer.error;
      mirrorDevice(answer.value);
      announce(t('devices.more.ownership.done'));
      return null;
    },
    'reset-secure-apps-pin': async () => {
      const input = { deviceId: device.id };
      const answer = await withProof(() => call('devices.secureAppsPin', input));
      if (!answer.ok) return answer.error;
      setPin(answer.value);
      return null;
    },
  };

  return (
    <Section title={t('devices.more')}>
      <ul className={css['more']}>
        {shown.map(({ action, refusal }) => (
          <li key={action}>
            <Button
              size="small"
              isPending={busy === action}
              isDisabled={!isOnline || refusal !== null}
              {...(refusal === null ? {} : { 'aria-describedby': `${id}-${action}` })}
              onPress={() => void during(action, act[action])}
            >
              {words[action]}
            </Button>
            {refusal !== null && (
              <p className={css['none']} id={`${id}-${action}`}>
                <Rich
                  of={`devices.refusal.${refusal}`}
                  params={{
                    action: words[action],
                    tenant,
                    code: device.portalCodes?.[action] ?? '',
                  }}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
      {pin && <Pin pin={pin} />}
      <OrderError error={error} />
    </Section>
  );
}
