import type { ReactElement } from 'react';
import type { Device } from '../../../preload/contract/devices.ts';
import { copyLines } from '../../copy.ts';
import { go } from '../../route.store.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useNow } from '../../ui/clock.ts';
import { nounOf } from '../device-words.ts';
import { markTold } from './lost.store.ts';
import { whatToSay } from './what-to-say.ts';
import { useTenant } from '../use-tenant.ts';
import css from './Lost.module.css';

/** Where the console of IT has a lost mode (portal-api.md D16). */
const hasLostMode = new Set<Device['platform']>(['ios', 'ipados', 'android']);

/** IT can do more than the person can, once it knows. */
export function TellStep({
  device,
  toldAt,
}: {
  device: Device;
  toldAt: number | null;
}): ReactElement {
  const tenant = useTenant();
  const lines = whatToSay(device, useNow());
  return (
    <>
      <p>{t('devices.lost.tell.words', { tenant })}</p>
      <p>
        {device.lostMode
          ? t('devices.lost.tell.lost-mode-on')
          : hasLostMode.has(device.platform)
            ? t('devices.lost.tell.lost-mode', { noun: nounOf(device) })
            : t('devices.lost.tell.no-lost-mode')}
      </p>
      <section className={css['say']} aria-label={t('devices.lost.tell.say')}>
        <h3>{t('devices.lost.tell.say')}</h3>
        <dl>
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Button
          icon="copy"
          size="small"
          onPress={() => void copyLines(lines, t('devices.lost.tell.details'))}
        >
          {t('devices.lost.tell.copy')}
        </Button>
      </section>
      <Checkbox
        isSelected={toldAt !== null}
        onChange={(isTold) => markTold(device.id, isTold ? Date.now() : null)}
      >
        {t('devices.lost.tell.told')}
      </Checkbox>
      <p>
        {t('devices.lost.tell.password')}{' '}
        <Button look="link" onPress={() => go('account')}>
          {t('devices.lost.tell.account')}
        </Button>
      </p>
    </>
  );
}
