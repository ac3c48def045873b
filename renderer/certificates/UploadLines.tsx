import type { ReactElement } from 'react';
import type { Upload } from '../../preload/contract/certificates.ts';
import { describeError } from '../text/errors.ts';
import { percent } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { State } from '../ui/State.tsx';
import { useAdding } from './add/add.store.ts';
import { useQueue } from './queue/queue.store.ts';
import { cancelUpload, dismissUpload, isRunning, useUploads } from './uploads.store.ts';
import css from './UploadLines.module.css';

/** Uploads that no open dialog shows: those that were under way when the page was loaded again. */
export function UploadLines(): ReactElement | null {
  const shown = useAdding((adding) => (adding.status === 'open' ? adding.uploadId : null));
  const uploads = useUploads((state) => state.uploads);
  const isQueueOpen = useQueue(({ status }) => status === 'open');
  const others = uploads.filter(({ id, isQueued }) => id !== shown && !(isQueued && isQueueOpen));
  if (others.length === 0) return null;
  return (
    <ul className={css['lines']}>
      {others.map((upload) => (
        <li key={upload.id}>
          {isRunning(upload) ? <Running {...upload} /> : <Ended {...upload} />}
        </li>
      ))}
    </ul>
  );
}

function Running({ id, fileName, state, sentBytes, totalBytes }: Upload): ReactElement {
  return (
    <>
      <State icon="upload" tone="live">
        <b>{t('certificates.upload.running')}</b>
      </State>
      <span className={css['words']}>
        {state === 'sending'
          ? t('certificates.upload.sending', {
              name: fileName,
              percent: percent(totalBytes === 0 ? 0 : sentBytes / totalBytes),
            })
          : t(
              state === 'waiting' ? 'certificates.upload.waiting' : 'certificates.upload.checking',
              { name: fileName },
            )}
      </span>
      <Button look="link" onPress={() => cancelUpload(id)}>
        {t('certificates.upload.cancel')}
      </Button>
    </>
  );
}

function Ended({ id, fileName, error }: Upload): ReactElement {
  const why = error ? describeError(error) : null;
  return (
    <>
      <State icon="error" tone="danger">
        <b>{t('certificates.upload.failed')}</b>
      </State>
      <span className={css['words']} role="alert">
        {t('certificates.upload.failed.more', {
          name: fileName,
          why: why ? `${why.title}. ${why.todo}` : '',
        })}
      </span>
      <Button look="link" onPress={() => dismissUpload(id)}>
        {t('certificates.upload.dismiss')}
      </Button>
    </>
  );
}
