import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import { useReachability } from '../../app.store.ts';
import { Rich } from '../../text/Rich.tsx';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import type { ButtonProps } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { stripActions } from '../device-actions.ts';
import type { OfferedAction } from '../device-actions.ts';
import { useTenant } from '../use-tenant.ts';
import css from './Lost.module.css';

/** An order in the guide: its button and, where it can't be given, the reason in words beneath. */
export function GuideOrder({
  device,
  action,
  look = 'plain',
  onPress,
  children,
}: {
  device: Device;
  action: OfferedAction;
  look?: NonNullable<ButtonProps['look']>;
  onPress: () => void;
  children: ReactNode;
}): ReactElement {
  const id = useId();
  const isOnline = useReachability().state === 'online';
  const offered = stripActions(device).find((one) => one.action === action);
  const why = offered
    ? offered.why
    : ({ key: 'devices.refusal.not-offered-by-portal', code: '', icon: 'refused' } as const);
  const tenant = useTenant();
  const isRefused = why !== null || !isOnline;
  return (
    <div className={css['order']}>
      <Button
        look={look}
        isDisabled={isRefused}
        {...(isRefused ? { 'aria-describedby': id } : {})}
        onPress={onPress}
      >
        {children}
      </Button>
      {isRefused && (
        <p id={id} className={css['why']}>
          <Icon name={why?.icon ?? 'offline'} size={13} />
          <span>
            {why === null ? (
              t(action === 'locate' ? 'devices.refusal.offline.locate' : 'devices.refusal.offline')
            ) : (
              <Rich
                of={why.key}
                params={{ action: t(`devices.action.${action}`), tenant, code: why.code }}
              />
            )}
          </span>
        </p>
      )}
    </div>
  );
}
