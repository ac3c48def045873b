import type { Certificate } from '../../../preload/contract/certificates.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { call } from '../../portal.ts';
import { withProof } from '../../proof/proof.store.ts';
import { t } from '../../text/text.ts';
import { showToast } from '../../ui/toast.ts';
import type { Removal } from './consequences.ts';

/**
 * Has the portal forget the private key, or the whole certificate; asks for the password first when main wants it.
 * Answers with what went wrong, or null. The list as it stands then comes from main as news.
 */
export async function removeFrom(
  removal: Removal,
  { id, name }: Certificate,
): Promise<AppError | null> {
  const input = { certificateId: id };
  const answer =
    removal === 'clear'
      ? await withProof(() => call('certificates.clearPrivateKey', input))
      : await withProof(() => call('certificates.delete', input));
  if (!answer.ok) return answer.error;
  showToast({
    icon: 'passed',
    tone: 'ok',
    title: t(`change.${removal}.done`, { name }),
    sentence: t(`change.${removal}.done.more`),
  });
  return null;
}
