import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { number } from '../text/format.ts';
import { useNow } from '../ui/clock.ts';
import { NavBadge } from '../ui/NavBadge.tsx';
import { loadCertificates, useCertificates } from './certificates.store.ts';
import { countEnding } from './headline.ts';

/** How many certificates end soon without a successor, beside the page's name; nothing while all is well. */
export function CertificatesBadge(): ReactElement | null {
  const now = useNow();
  const state = useCertificates();
  useEffect(() => {
    void loadCertificates();
  }, []);
  const count = state.status === 'ready' ? countEnding(state.list.certificates, now) : 0;
  return count === 0 ? null : <NavBadge count={number(count)} isWarning />;
}
