import type { ReactElement } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import type { TextKey } from '../../text/text.ts';
import { t } from '../../text/text.ts';
import { LastCheckIn } from '../LastCheckIn.tsx';
import { nounOf } from '../device-words.ts';
import { showLocation } from '../devices-view.store.ts';
import { GuideOrder } from './GuideOrder.tsx';
import { Keeps } from './Keeps.tsx';
import { markLooked } from './lost.store.ts';

/** How each kind of device tells where it is (portal-api.md 2.2). */
const how: Record<Device['platform'], TextKey> = {
  ios: 'devices.lost.find.apple',
  ipados: 'devices.lost.find.apple',
  android: 'devices.lost.find.android',
  macos: 'devices.lost.find.computer',
  windows: 'devices.lost.find.computer',
  chromeos: 'devices.lost.find.computer',
  unknown: 'devices.lost.find.computer',
};

/** Where was it last seen? */
export function FindStep({ device }: { device: Device }): ReactElement {
  const noun = nounOf(device);
  return (
    <>
      <p>{t('devices.lost.find.words')}</p>
      <p>
        <LastCheckIn at={device.lastCheckIn} />
      </p>
      <p>{t(how[device.platform], { noun })}</p>
      <GuideOrder
        device={device}
        action="locate"
        look="primary"
        onPress={() => {
          markLooked(device.id, Date.now());
          showLocation(device.id);
        }}
      >
        {t('devices.action.locate')}
      </GuideOrder>
      <Keeps keeps={t('devices.lost.find.keeps')} takes={t('devices.lost.find.takes')} />
    </>
  );
}
