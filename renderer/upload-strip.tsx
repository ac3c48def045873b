import { cancelUpload, isRunning, useUploads } from './certificates/uploads.store.ts';
import { percent } from './text/format.ts';
import { t } from './text/text.ts';
import { Button } from './ui/Button.tsx';
import type { StripLine } from './ui/StatusStrip.tsx';

/** Uploads under way, for the status strip of the pages that don't show them themselves. */
export function useUploadLines(isWanted: boolean): readonly StripLine[] {
  const uploads = useUploads((state) => state.uploads);
  if (!isWanted) return [];
  const underWay = uploads.filter((upload) => isRunning(upload) && upload.state !== 'waiting');
  return underWay.map(({ id, fileName, state, sentBytes, totalBytes }) => ({
    id,
    icon: 'upload',
    tone: 'live',
    name: t('certificates.upload.running'),
    words:
      state === 'sending'
        ? t('certificates.upload.sending', {
            name: fileName,
            percent: percent(totalBytes === 0 ? 0 : sentBytes / totalBytes),
          })
        : t('certificates.upload.checking', { name: fileName }),
    isQuiet: true,
    action: (
      <Button look="link" onPress={() => cancelUpload(id)}>
        {t('certificates.upload.cancel')}
      </Button>
    ),
  }));
}
