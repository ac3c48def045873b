import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import { t } from '../../text/text.ts';
import { nounOf } from '../device-words.ts';
import { LockDialog } from '../LockDialog.tsx';
import { GuideOrder } from './GuideOrder.tsx';
import { Keeps } from './Keeps.tsx';

/** What a lock leaves and takes on this kind of device (portal-api.md 2.2). */
function lockFacts(device: Device): { keeps: string; takes: string } {
  const noun = nounOf(device);
  if (device.needsLockPin)
    return {
      keeps: t('devices.lost.lock.keeps.macos'),
      takes: t('devices.lost.lock.takes.macos'),
    };
  if (device.platform === 'chromeos')
    return {
      keeps: t('devices.lost.lock.keeps', { noun }),
      takes: t('devices.lost.lock.takes.chromeos'),
    };
  return { keeps: t('devices.lost.lock.keeps', { noun }), takes: t('devices.lost.lock.takes') };
}

/** Keep others out, and tell a finder whom to call. */
export function LockStep({ device }: { device: Device }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const { supportsLockMessage, needsLockPin, lostMode } = device;
  const noun = nounOf(device);
  return (
    <>
      <p>
        {supportsLockMessage
          ? t('devices.lost.lock.message')
          : t('devices.lost.lock.no-message', { noun })}
      </p>
      {needsLockPin && <p>{t('devices.lost.lock.pin')}</p>}
      {lostMode && <p>{t('devices.lost.lock.lost-mode', { noun })}</p>}
      <GuideOrder device={device} action="lock" look="primary" onPress={() => setIsOpen(true)}>
        {t('devices.lock.submit', { device: device.name })}
      </GuideOrder>
      <Keeps {...lockFacts(device)} />
      {isOpen && <LockDialog device={device} onClose={() => setIsOpen(false)} />}
    </>
  );
}
