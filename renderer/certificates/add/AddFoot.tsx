import { useEffect, useId } from 'react';
import type { ReactElement } from 'react';
import type { CertificateType, Upload } from '../../../preload/contract/certificates.ts';
import type { Looking } from '../../file-look/looking.ts';
import { fileSize } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { isRunning } from '../uploads.store.ts';
import { closeAdd, stopUpload, upload as send } from './add.store.ts';
import type { Adding } from './add.store.ts';
import { NotSent } from './NotSent.tsx';
import { statusWords } from './status-words.ts';
import { uploadStatus } from './upload-status.ts';
import css from './AddCertificate.module.css';

/** Upload, and the sentence that says what still stands in its way; the progress while it runs. */
export function AddFoot({
  adding,
  looking,
  type,
  upload,
}: {
  adding: Extract<Adding, { status: 'open' }>;
  looking: Looking;
  type: CertificateType | null;
  upload: Upload | null;
}): ReactElement {
  const id = useId();
  const status = uploadStatus(looking, type, adding.acknowledged);
  const sentence = statusWords(status);
  const problem = upload?.state === 'failed' ? upload.error : adding.problem;

  useEffect(() => {
    if (status.kind !== 'no-file' && status.kind !== 'busy') announce(sentence);
  }, [sentence, status.kind]);

  if (upload !== null && isRunning(upload)) return <Sending upload={upload} />;
  return (
    <div className={css['foot']}>
      {problem && <NotSent problem={problem} kept={t('add.failed.kept')} />}
      <div className={css['buttons']}>
        <Button
          look="primary"
          size="large"
          isDisabled={status.kind !== 'ready'}
          aria-describedby={id}
          onPress={() => void send()}
        >
          {t('add.upload')}
        </Button>
        <Button size="large" onPress={closeAdd}>
          {t('add.close')}
        </Button>
      </div>
      <p id={id} className={css['status']}>
        {sentence}
      </p>
    </div>
  );
}

function Sending({ upload }: { upload: Upload }): ReactElement {
  const { state, sentBytes, totalBytes } = upload;
  const isSending = state === 'sending' && totalBytes > 0;
  const label = isSending ? t('add.sending') : t('add.checking');
  useEffect(() => announce(label), [label]);
  return (
    <div className={css['foot']}>
      <ProgressBar
        label={label}
        value={isSending ? (sentBytes / totalBytes) * 100 : null}
        {...(isSending
          ? {
              valueLabel: t('add.sent', {
                sent: fileSize(sentBytes),
                total: fileSize(totalBytes),
              }),
            }
          : {})}
      />
      <div className={css['buttons']}>
        <Button size="large" onPress={stopUpload}>
          {t('add.cancel')}
        </Button>
      </div>
      <p className={css['status']}>{t('add.status.sending')}</p>
    </div>
  );
}
