import { brokenRules, hashPassword, matches } from './passwords.ts';
import type { Portal } from './portal.ts';
import { refuseFields, refuseField } from './refusal.ts';
import type { AccountRecord } from './state.ts';

const day = 86_400_000;

/**
 * Gives an account a new password and ends its sessions.
 * @param keep hash of the token whose session goes on, or null
 * @throws Refusal `PasswordPolicy` (one for each broken rule), `PasswordReused`
 */
export async function setPassword(
  portal: Portal,
  account: AccountRecord,
  password: string,
  keep: string | null,
): Promise<void> {
  const { passwordPolicy } = portal.state;
  const broken = brokenRules(password, passwordPolicy);
  if (broken.length > 0) {
    const code = 'PasswordPolicy';
    throw refuseFields(broken.map((rule) => ({ code, field: 'newPassword', message: rule })));
  }
  const present = account.password === null ? [] : [account.password];
  for (const earlier of [...present, ...account.passwordHistory]) {
    if (await matches(password, earlier)) {
      throw refuseField('PasswordReused', 'newPassword', 'is one of the last passwords');
    }
  }
  const { history, expiryDays } = passwordPolicy;
  account.passwordHistory = [...present, ...account.passwordHistory].slice(0, history);
  account.password = await hashPassword(password);
  account.passwordChosen = true;
  account.passwordExpiresAt = expiryDays === null ? null : portal.now() + expiryDays * day;
  portal.state.sessions = portal.state.sessions.filter(
    (session) => session.accountId !== account.id || session.tokenHash === keep,
  );
}
