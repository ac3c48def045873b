import type { Device } from '../../../preload/contract/devices.ts';
import { t } from '../../text/text.ts';
import type { LostStep } from './lost.store.ts';

/** What a step is called; a lock goes with a message only where the device can show one. */
export function stepTitle(step: LostStep, { supportsLockMessage }: Device): string {
  return step === 'lock' && supportsLockMessage
    ? t('devices.lost.step.lock-message')
    : t(`devices.lost.step.${step}`);
}
