import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useApp } from '../app.store.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { AddCertificate } from './add/AddCertificate.tsx';
import { openAdd } from './add/add.store.ts';
import { CertificatesShown } from './CertificatesShown.tsx';
import { CertificatesFailed, CertificatesLoading, NoCertificate } from './CertificatesStates.tsx';
import { loadCertificates, useCertificates } from './certificates.store.ts';
import { EditCertificate } from './edit/EditCertificate.tsx';
import { QueueWindow } from './queue/QueueWindow.tsx';
import { UploadLines } from './UploadLines.tsx';
import { forgetFresh } from './uploads.store.ts';
import type from '../styles/type.module.css';
import css from './CertificatesPage.module.css';

/** My Certificates: what is most urgent, every certificate on one time axis, and the way to add one. */
export function CertificatesPage(): ReactElement {
  const state = useCertificates();
  const [search, setSearch] = useState('');
  const isMac = useApp(({ app }) => app.status === 'ready' && app.os === 'macos');

  useEffect(() => {
    void loadCertificates();
    return forgetFresh;
  }, []);

  const isFilled = state.status === 'ready' && state.list.certificates.length > 0;
  return (
    <div className={css['page']}>
      <div className={css['bar']}>
        <h1 className={type['title']}>{t('certificates.title')}</h1>
        {isFilled && (
          <div className={css['search']}>
            <SearchField
              label={t('certificates.search')}
              value={search}
              onChange={setSearch}
              hotkey={isMac ? '⌘F' : `${t('help.key.ctrl')} F`}
              clearLabel={t('search.clear')}
            />
          </div>
        )}
        <Button look="primary" icon="plus" onPress={() => openAdd()}>
          {t('certificates.add')}
        </Button>
      </div>
      <UploadLines />
      {state.status === 'loading' && <CertificatesLoading />}
      {state.status === 'failed' && <CertificatesFailed problem={state.problem} />}
      {state.status === 'ready' &&
        (isFilled ? (
          <CertificatesShown state={state} search={search} onSearch={setSearch} />
        ) : (
          <NoCertificate />
        ))}
      <AddCertificate />
      <EditCertificate />
      <QueueWindow />
    </div>
  );
}
