import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Group } from 'react-aria-components';
import type { Device } from '../../preload/contract/devices.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { useReachability } from '../app.store.ts';
import { Rich } from '../text/Rich.tsx';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/announce.ts';
import { LockDialog } from './LockDialog.tsx';
import { RetireDialog } from './orders/RetireDialog.tsx';
import { UnlockDialog } from './orders/UnlockDialog.tsx';
import { WipeDialog } from './orders/WipeDialog.tsx';
import { forceCheckIn } from './orders.ts';
import { stripActions } from './device-actions.ts';
import type { OfferedAction, StripAction } from './device-actions.ts';
import { openDevice, showLocation } from './devices-view.store.ts';
import { useTenant } from './use-tenant.ts';
import css from './ActionStrip.module.css';

/** What can be done with a device, and in a sentence below why something can't. */
export function ActionStrip({ device }: { device: Device }): ReactElement | null {
  const id = useId();
  const isOnline = useReachability().state === 'online';
  const [open, setOpen] = useState<OfferedAction | null>(null);
  const [busy, setBusy] = useState<OfferedAction | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const actions = stripActions(device);
  const refused = actions.filter(({ why }) => why !== null);
  const tenant = useTenant();
  const words = error && describeError(error);
  const place = useRef<HTMLDivElement>(null);
  const wasUsed = useRef(false);

  // An action that has just been used refuses to be used again, and what is disabled loses the focus.
  useEffect(() => {
    if (!wasUsed.current || open !== null || busy !== null) return undefined;
    const later = setTimeout(() => {
      if (document.activeElement === document.body) place.current?.focus();
    }, 100);
    return () => clearTimeout(later);
  }, [open, busy]);

  const checkIn = async (): Promise<void> => {
    setBusy('force-check-in');
    setError(null);
    const failed = await forceCheckIn([device.id]);
    setBusy(null);
    setError(failed);
    if (failed === null) announce(t('devices.check-in.requested'));
  };

  const act = (action: OfferedAction): void => {
    wasUsed.current = true;
    openDevice(device.id);
    if (action === 'force-check-in') void checkIn();
    else if (action === 'locate') showLocation(device.id);
    else setOpen(action);
  };
  const close = (): void => setOpen(null);

  const whyId = (action: OfferedAction): string => {
    if (isOnline) return `${id}-${action}`;
    return action === 'locate' ? `${id}-offline-locate` : `${id}-offline`;
  };

  const key = ({ action, icon, why }: StripAction): ReactElement => (
    <Button
      key={action}
      className={css['key'] ?? ''}
      isDisabled={why !== null || !isOnline || busy === action}
      {...(isOnline && why === null ? {} : { 'aria-describedby': whyId(action) })}
      onPress={() => act(action)}
    >
      <Icon name={icon} />
      {t(`devices.action.${action}`)}
    </Button>
  );
  const harmless = actions.filter(({ isApart }) => !isApart);
  const apart = actions.filter(({ isApart }) => isApart);

  if (actions.length === 0) return null;
  return (
    <div className={css['actions']} ref={place} tabIndex={-1}>
      <div className={css['strips']}>
        {harmless.length > 0 && (
          <Group className={css['strip'] ?? ''} aria-label={t('devices.actions')}>
            {harmless.map(key)}
          </Group>
        )}
        {apart.length > 0 && (
          <Group className={css['strip'] ?? ''} aria-label={t('devices.actions.apart')}>
            {apart.map(key)}
          </Group>
        )}
      </div>
      <ul className={css['why']}>
        {isOnline ? (
          refused.map(
            ({ action, why }) =>
              why && (
                <li key={action} id={`${id}-${action}`}>
                  <Icon name={why.icon} size={13} />
                  <span>
                    <Rich
                      of={why.key}
                      params={{ action: t(`devices.action.${action}`), tenant, code: why.code }}
                    />
                  </span>
                </li>
              ),
          )
        ) : (
          <>
            <li id={`${id}-offline`}>
              <Icon name="offline" size={13} />
              <span>{t('devices.refusal.offline')}</span>
            </li>
            {actions.some(({ action }) => action === 'locate') && (
              <li id={`${id}-offline-locate`}>
                <Icon name="locate" size={13} />
                <span>{t('devices.refusal.offline.locate')}</span>
              </li>
            )}
          </>
        )}
      </ul>
      {words && <ErrorMessage {...words} />}
      {open === 'lock' && <LockDialog device={device} onClose={close} />}
      {open === 'unlock' && <UnlockDialog device={device} onClose={close} />}
      {open === 'retire' && <RetireDialog device={device} onClose={close} />}
      {open === 'wipe' && <WipeDialog device={device} onClose={close} />}
    </div>
  );
}
