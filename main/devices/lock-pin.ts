import type { MacPins } from '../../preload/contract/orders.ts';
import { failure } from '../failure.ts';
import type { Keychain } from '../keychain/keychain.ts';

/** Which Mac, at which portal. */
export type MacAt = { origin: string; deviceId: string };
type PinKind = 'lock' | 'wipe';

const entryName = (kind: PinKind, { origin, deviceId }: MacAt): string =>
  `${kind}-pin ${origin} ${deviceId}`;
/** An entry that holds nothing; writing it makes a locked keychain ask to be unlocked. */
const probeName = 'unlock probe';

/**
 * Puts the PIN that a Mac is about to be locked or wiped with into the OS keychain. It goes there before the request
 * leaves: once the Mac is locked nobody else can tell it, not even the portal.
 *
 * @throws Failure `keychain-locked` or `keychain-unavailable`; then nothing may be sent
 */
export async function keepMacPin(
  keychain: Keychain,
  kind: PinKind,
  mac: MacAt,
  pin: string,
): Promise<void> {
  demandOk(await keychain.write(entryName(kind, mac), pin));
}

/** Takes back the PIN of a wipe that the person has not confirmed. */
export async function forgetWipePin(keychain: Keychain, mac: MacAt): Promise<void> {
  await keychain.remove(entryName('wipe', mac));
}

function demandOk(state: 'ok' | 'locked' | 'unavailable'): void {
  if (state === 'locked') throw failure('keychain-locked');
  if (state === 'unavailable') throw failure('keychain-unavailable');
}

async function read(keychain: Keychain, kind: PinKind, mac: MacAt): Promise<string | null> {
  const found = await keychain.read(entryName(kind, mac), false);
  if (found.state !== 'ok') throw failure(`keychain-${found.state}`);
  // Somebody else may have written there.
  return found.secret !== null && /^\d{6}$/u.test(found.secret) ? found.secret : null;
}

const readBoth = async (keychain: Keychain, mac: MacAt): Promise<MacPins> => ({
  lock: await read(keychain, 'lock', mac),
  wipe: await read(keychain, 'wipe', mac),
});

/**
 * The PINs that the keychain holds for a Mac. A locked keyring says that it holds nothing; so before that is believed
 * the keychain has to show that it is open.
 *
 * @throws Failure `keychain-locked` or `keychain-unavailable`
 */
export async function readMacPins(keychain: Keychain, mac: MacAt): Promise<MacPins> {
  const pins = await readBoth(keychain, mac);
  if (pins.lock !== null || pins.wipe !== null) return pins;
  demandOk(await keychain.write(probeName, 'open'));
  await keychain.remove(probeName);
  return readBoth(keychain, mac);
}
