import type { ReactElement } from 'react';
import { clockTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { useCertificates } from './certificates.store.ts';

/** When the list was last got from the portal, for the end of the status strip. */
export function CertificatesUpdated(): ReactElement | null {
  const at = useCertificates((state) => (state.status === 'ready' ? state.list.fetchedAt : null));
  return at === null ? null : <>{t('strip.updated', { time: clockTime(at) })}</>;
}
