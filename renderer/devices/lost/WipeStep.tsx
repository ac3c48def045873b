import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import { t } from '../../text/text.ts';
import { useNow } from '../../ui/clock.ts';
import { nounOf } from '../device-words.ts';
import { Consequences } from '../orders/Consequences.tsx';
import { wipeConsequences } from '../orders/consequences.ts';
import { RetireDialog } from '../orders/RetireDialog.tsx';
import { WipeDialog } from '../orders/WipeDialog.tsx';
import { GuideOrder } from './GuideOrder.tsx';
import css from './Lost.module.css';

/** The last resort: what is on the device matters more than having it back. */
export function WipeStep({ device }: { device: Device }): ReactElement {
  const now = useNow();
  const [open, setOpen] = useState<'wipe' | 'retire' | null>(null);
  const close = (): void => setOpen(null);
  const noun = nounOf(device);
  return (
    <>
      <p>{t('devices.lost.wipe.words', { noun })}</p>
      <Consequences of={wipeConsequences(device, now)} />
      <GuideOrder device={device} action="wipe" look="danger" onPress={() => setOpen('wipe')}>
        {t('devices.wipe.submit', { device: device.name })}
      </GuideOrder>
      <div className={css['instead']}>
        <p>{t('devices.lost.wipe.retire', { noun })}</p>
        <GuideOrder device={device} action="retire" onPress={() => setOpen('retire')}>
          {t('devices.retire.submit', { device: device.name })}
        </GuideOrder>
      </div>
      {open === 'wipe' && <WipeDialog device={device} onClose={close} />}
      {open === 'retire' && <RetireDialog device={device} onClose={close} />}
    </>
  );
}
