import type { ReactElement, ReactNode } from 'react';
import type { Device } from '../../preload/contract/devices.ts';
import { copy } from '../copy.ts';
import { number, percent, shortDate } from '../text/format.ts';
import { t } from '../text/text.ts';
import type { TextKey } from '../text/text.ts';
import { Section } from '../ui/Section.tsx';
import { Serial } from '../ui/Serial.tsx';
import css from './DeviceFacts.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Identifier({
  name,
  value,
  isGrouped = true,
}: {
  name: TextKey;
  value: string | null;
  isGrouped?: boolean;
}): ReactElement | null {
  if (value === null || value === '') return null;
  return (
    <Fact name={t(name)}>
      <Serial
        value={value}
        isGrouped={isGrouped}
        copyLabel={t('action.copy', { what: t(name) })}
        onCopy={(text) => void copy(text, t(name))}
      />
    </Fact>
  );
}

/** What the organisation can see and do on this device, and the numbers it is known by. */
export function DeviceFacts({ device }: { device: Device }): ReactElement {
  const { policy, identifiers, storage, batteryPercent, registeredAt } = device;
  return (
    <Section
      title={t('devices.facts')}
      end={policy.name === null ? null : t('devices.facts.policy', { name: policy.name })}
    >
      <dl className={css['facts']}>
        <Fact name={t('devices.facts.location')}>
          {t(`devices.facts.location.${policy.location}`)}
        </Fact>
        <Fact name={t('devices.facts.apps')}>{t(`devices.facts.apps.${policy.apps}`)}</Fact>
        <Fact name={t('devices.facts.private')}>{t('devices.facts.private.never')}</Fact>
        <Identifier name="devices.facts.serial" value={identifiers.serial} />
        <Identifier name="devices.facts.imei" value={identifiers.imei} />
        {storage && (
          <Fact name={t('devices.facts.storage')}>
            {t('devices.facts.storage.free', {
              free: number(storage.free),
              total: number(storage.total),
            })}
          </Fact>
        )}
        <Identifier name="devices.facts.phone" value={identifiers.phoneNumber} isGrouped={false} />
        <Identifier name="devices.facts.wifi" value={identifiers.wifiMac} isGrouped={false} />
        {batteryPercent !== null && (
          <Fact name={t('devices.facts.battery')}>{percent(batteryPercent / 100)}</Fact>
        )}
        {policy.wipeDisabled && (
          <Fact name={t('devices.facts.wipe')}>{t('devices.facts.wipe.disabled')}</Fact>
        )}
        {registeredAt !== null && (
          <Fact name={t('devices.facts.registered')}>{shortDate(registeredAt)}</Fact>
        )}
      </dl>
    </Section>
  );
}
