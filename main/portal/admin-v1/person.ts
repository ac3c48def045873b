import { z } from 'zod';
import { isFailure } from '../../failure.ts';
import type { Exchange } from '../exchange.ts';
import type { Account } from '../portal.ts';
import { page } from '../wire/page.ts';
import { wireAccount } from '../wire/session.ts';
import { optionalText, wireId } from '../wire/text.ts';
import { isEmailAddress } from './credential.ts';
import { withoutMasks } from './masked.ts';

/** Who is signed in, and by what their devices are known. */
export type Person = {
  account: Account;
  /** The address in the filter of every device list. */
  emailAddress: string;
  /** The id of the account; null where the portal does not tell it. */
  accountId: string | null;
};

const record = z
  .record(z.string(), z.unknown())
  .transform(withoutMasks)
  .pipe(
    z
      .looseObject({ id: wireId.nullish().catch(null), uid: optionalText() })
      .transform(({ id, uid, ...rest }) => ({
        id: id ?? null,
        uid,
        account: wireAccount.parse({ uid, ...rest }),
      })),
  );
const accounts = page(record);

/** A person has one account; the rest of a longer list is somebody else's. */
const rows = '50';

const unknownTo = (username: string): Person => ({
  account: { username, displayName: username, emailAddress: username },
  emailAddress: username,
  accountId: null,
});

/**
 * A user name is unique in the whole service (portal-api.md 3). Where it is masked, the only account there is has to
 * be the one that has just been let in.
 */
function pickOwn({ items, size, total }: z.output<typeof accounts>, username: string) {
  const wanted = username.toLowerCase();
  const names = ({ uid, account }: (typeof items)[number]): string[] =>
    [uid, account.username, account.emailAddress].flatMap((name) => name?.toLowerCase() ?? []);
  const only = size === 1 && (total ?? 1) === 1 ? items[0] : undefined;
  return (
    items.find((one) => names(one).includes(wanted)) ??
    (only !== undefined && names(only).every((name) => name === '') ? only : undefined)
  );
}

/**
 * Looks the signed-in person up: U1, `GET /api/v1/account?fq=UID=<mail>` (portal-api.md 3). A portal that does not let
 * them see accounts has still accepted their credential; then the user name, an e-mail address, is all there is.
 *
 * @param username of the credential
 * @param deadline in ms
 */
export async function readPerson(
  exchange: Exchange,
  username: string,
  deadline?: number,
): Promise<Person> {
  const question = {
    path: '/api/v1/account',
    route: '/account',
    query: { fq: `UID=${username}`, rows, start: '0' },
    ...(deadline === undefined ? {} : { deadline }),
  };
  const found = await exchange.read(accounts, question).catch((cause: unknown) => {
    if (isFailure(cause, 'forbidden', 'not-found')) return null;
    throw cause;
  });
  const own = found === null ? undefined : pickOwn(found, username);
  if (own === undefined) return unknownTo(username);
  const { displayName, emailAddress } = own.account;
  const address = emailAddress !== null && isEmailAddress(emailAddress) ? emailAddress : username;
  return {
    account: {
      username,
      displayName: displayName === '' ? username : displayName,
      emailAddress: address,
    },
    emailAddress: address,
    accountId: own.id,
  };
}
