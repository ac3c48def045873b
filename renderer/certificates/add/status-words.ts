import { t } from '../../text/text.ts';
import type { UploadStatus } from './upload-status.ts';

/** What still stands between the person and Upload, as a sentence. */
export function statusWords(status: UploadStatus): string {
  switch (status.kind) {
    case 'no-file':
      return t('add.status.noFile');
    case 'no-type':
      return t('add.status.noType');
    case 'busy':
      return t('add.status.busy');
    case 'password':
      return t('add.status.password');
    case 'failed':
      return t('add.status.failed');
    case 'unfit':
      return t('add.status.unfit');
    case 'errors':
      return t('add.status.errors', { count: status.count });
    case 'warnings':
      return t('add.status.warnings', { count: status.count });
    case 'ready':
      return t('add.status.ready', { count: status.repushes });
    default:
      return status satisfies never;
  }
}
