import { failure } from '../failure.ts';
import type { Keychain } from '../keychain.ts';

const entryName = (origin: string, deviceId: string): string => `lock-pin ${origin} ${deviceId}`;

/**
 * Puts the PIN that a Mac is about to be locked with into the OS keychain. It goes there before the request
 * leaves: once the Mac is locked nobody else can tell it, not even the portal.
 *
 * @throws Failure `keychain-locked` or `keychain-unavailable`; then nothing may be sent
 */
export async function keepLockPin(
  keychain: Keychain,
  origin: string,
  deviceId: string,
  pin: string,
): Promise<void> {
  const state = await keychain.write(entryName(origin, deviceId), pin);
  if (state === 'locked') throw failure('keychain-locked');
  if (state === 'unavailable') throw failure('keychain-unavailable');
}
