import type { Certificate } from '../../../preload/contract/certificates.ts';
import { hasEnded } from '../certificate-state.ts';
import type { TextKey } from '../../text/text.ts';
import type { IconName } from '../../ui/icon-paths.ts';

/** The two changes that take something away. */
export type Removal = 'clear' | 'delete';

/** One thing that a removal does or leaves; `isGrave` is what the person may regret. */
export type Consequence = {
  icon: IconName;
  words: TextKey;
  params?: Readonly<Record<string, number>>;
  isGrave?: boolean;
};

/**
 * What clearing the key or deleting the certificate means, the gravest first: lost mail, what goes, what stays,
 * and what is not pushed again. A key that was cleared before can't be lost once more.
 *
 * @param usedBy how many configurations use its type; null when that is not known
 * @param now epoch ms
 */
export function consequencesOf(
  removal: Removal,
  certificate: Certificate,
  usedBy: number | null,
  now: number,
): Consequence[] {
  const { purpose, hasPrivateKey } = certificate;
  const found: Consequence[] = [];
  if (hasPrivateKey && purpose === 'encryption') {
    found.push({ icon: 'warning', words: 'change.consequence.old-mail', isGrave: true });
  }
  if (hasPrivateKey && purpose === 'signing' && !hasEnded(certificate, now)) {
    found.push({ icon: 'sign', words: 'change.consequence.signing' });
  }
  if (hasPrivateKey) found.push({ icon: 'key-off', words: 'change.consequence.key-goes' });
  found.push(
    removal === 'clear'
      ? { icon: 'certificate', words: 'change.consequence.details-stay' }
      : { icon: 'bin', words: 'change.consequence.details-go' },
    usedBy === null
      ? { icon: 'devices', words: 'change.consequence.no-push' }
      : {
          icon: 'devices',
          words: 'change.consequence.no-push-count',
          params: { count: usedBy },
        },
  );
  return found;
}
