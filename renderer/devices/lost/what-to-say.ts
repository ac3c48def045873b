import type { Device } from '../../../preload/contract/devices.ts';
import { dateAndTime, groupsOfFour } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { factsLine } from '../device-words.ts';

/**
 * What the service desk will ask for, each line a name and a value: only what the portal has told. The place is not
 * among it: nobody copies that without wanting to. `now` in epoch ms.
 */
export function whatToSay(device: Device, now: number): readonly (readonly [string, string])[] {
  const { name, lastCheckIn, identifiers } = device;
  const { serial, imei, phoneNumber } = identifiers;
  const facts = factsLine(device);
  const lines: (readonly [string, string | null])[] = [
    [t('devices.lost.tell.device'), facts === '' ? name : `${name}, ${facts}`],
    [t('devices.facts.serial'), serial],
    [t('devices.facts.imei'), imei === null ? null : groupsOfFour(imei)],
    [t('devices.facts.phone'), phoneNumber],
    [
      t('devices.lost.tell.seen'),
      lastCheckIn === null ? t('devices.never-checked-in') : dateAndTime(lastCheckIn, now),
    ],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}
