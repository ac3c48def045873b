import { failure } from '../../failure.ts';
import type { Exchange } from '../exchange.ts';
import type { Portal } from '../portal.ts';
import { askOnce } from './ask-once.ts';
import { deviceCalls } from './devices.ts';
import { orderGiver } from './give-order.ts';
import { deviceOrders } from './orders.ts';
import { readOwnDevices } from './own-devices.ts';
import { readPerson } from './person.ts';
import { keepProof } from './proof.ts';
import { rememberOrders } from './sent-orders.ts';
import { readPartition } from './tenant.ts';

/** The app waits for the account at start; a portal that takes longer counts as out of reach, ms. */
const accountDeadline = 10_000;

/** The vendor has calls for certificates that people upload, and has not published them (portal-api.md 4). */
const noCertificates = (): Promise<never> =>
  Promise.reject(failure('not-supported', { reason: 'certificates' }));

/**
 * A portal that speaks the vendor's documented API (portal-api.md 1 to 3), with one person's own credential. What the
 * API has no published call for is absent or answered `not-supported` with the reason, and no address is ever
 * guessed: certificates; what became of a command (sent-orders.ts); how many devices one may have; changes of the
 * account (U4); registration, since the answer of U8 is not published; an end of a session, since there is none.
 *
 * @param username of the credential that the exchange sends
 * @param prove proves a typed password at the portal; throws `bad-credentials`
 */
export function openAdminPortal(
  exchange: Exchange,
  username: string,
  prove: (password: string) => Promise<void>,
): Portal {
  const { now } = exchange;
  const me = askOnce(() => readPerson(exchange, username));
  const partition = askOnce(() => readPartition(exchange));
  const sent = rememberOrders(now);
  const devices = readOwnDevices(exchange, me, partition, sent);
  const give = orderGiver(exchange, devices, sent);
  return {
    now,
    account: async () => (await readPerson(exchange, username, accountDeadline)).account,
    allowance: () =>
      Promise.resolve({
        devicesUsed: null,
        deviceLimit: null,
        certificatesEnabled: false,
        maxFileBytes: null,
      }),
    signOut: () => Promise.resolve(),
    ...deviceCalls(devices, give, sent),
    certificateTypes: noCertificates,
    certificates: noCertificates,
    uploadCertificate: noCertificates,
    session: keepProof(prove, now),
    orders: deviceOrders(devices, give, sent, now),
  };
}
