import type { ReactElement } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { AppError } from '../../preload/contract/errors.ts';
import { t } from '../text/text.ts';
import { LoadFailed } from '../trouble/LoadFailed.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { openAdd } from './add/add.store.ts';
import { loadCertificates } from './certificates.store.ts';
import css from './CertificatesStates.module.css';

/** Grey bars with the geometry of the rows that they stand for. */
export function CertificatesLoading(): ReactElement {
  return (
    <div className={css['loading']} aria-busy="true">
      <VisuallyHidden>{t('certificates.loading')}</VisuallyHidden>
      {[168, 132, 150, 176].map((width) => (
        <div key={width} className={css['row']}>
          <span>
            <Skeleton width={width} />
            <Skeleton width={width - 40} />
          </span>
          <Skeleton width={140} />
          <Skeleton width={72} />
          <Skeleton width={72} />
          <Skeleton width="60%" height={6} />
        </div>
      ))}
    </div>
  );
}

/** The list could not be had, and there is none from before. */
export function CertificatesFailed({ problem }: { problem: AppError }): ReactElement {
  return (
    <div className={css['empty']}>
      <LoadFailed problem={problem} onRetry={() => void loadCertificates(true)} />
    </div>
  );
}

/** The portal has none of this person yet. */
export function NoCertificate(): ReactElement {
  return (
    <div className={css['empty']}>
      <EmptyState
        art="certificates"
        title={t('certificates.empty.title')}
        action={
          <Button look="primary" onPress={() => openAdd()}>
            {t('certificates.add')}
          </Button>
        }
      >
        {t('certificates.empty.more')}
      </EmptyState>
    </div>
  );
}

/** The search finds none of them. */
export function NothingFound({
  search,
  count,
  onShowAll,
}: {
  search: string;
  /** How many there are without the search. */
  count: number;
  onShowAll: () => void;
}): ReactElement {
  return (
    <div className={css['empty']}>
      <EmptyState
        art="search"
        title={t('certificates.nothing.title', { search })}
        action={<Button onPress={onShowAll}>{t('certificates.nothing.action', { count })}</Button>}
      >
        {t('certificates.nothing.more')}
      </EmptyState>
    </div>
  );
}
