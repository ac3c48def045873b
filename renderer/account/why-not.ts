import type { AccountProfile } from '../../preload/contract/account.ts';
import { t } from '../text/text.ts';

/** Why a part of the account can't be changed here, and where it can; null when it can. */
export function whyNot(
  { source, editable }: AccountProfile,
  part: 'name' | 'email' | 'password',
  tenant: string,
): string | null {
  if (editable[part]) return null;
  const kind = source === 'directory' || source === 'identity-provider' ? source : 'policy';
  return t(`account.fixed.${part}.${kind}`, { tenant });
}
