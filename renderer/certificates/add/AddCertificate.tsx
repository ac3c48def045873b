import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { t } from '../../text/text.ts';
import { useCertificates } from '../certificates.store.ts';
import { isRunning, useUploads } from '../uploads.store.ts';
import { acknowledge, addedFile, chooseType, closeAdd, useAdding } from './add.store.ts';
import { AddForm } from './AddForm.tsx';
import { AddInside } from './AddInside.tsx';
import { FileWindow } from './FileWindow.tsx';

/**
 * Add Certificate: type, file and password at the left, what is inside and every check at the right, before a byte
 * leaves the machine. Escape closes it, except while something is being sent.
 */
export function AddCertificate(): ReactElement | null {
  const adding = useAdding();
  const looking = useStore(addedFile.store);
  const uploads = useUploads((state) => state.uploads);
  const certificates = useCertificates();
  if (adding.status === 'closed') return null;

  const types = certificates.status === 'ready' ? certificates.list.types : [];
  const upload = uploads.find(({ id }) => id === adding.uploadId) ?? null;
  const isSending = upload !== null && isRunning(upload);
  return (
    <FileWindow
      label={t('add.title')}
      isBusy={isSending}
      onClose={closeAdd}
      form={<AddForm adding={adding} looking={looking} types={types} upload={upload} />}
      inside={
        <AddInside
          choices={{
            acknowledged: adding.acknowledged,
            onAcknowledge: acknowledge,
            onChooseType: chooseType,
          }}
          looking={looking}
          types={types}
          isSending={isSending}
        />
      }
    />
  );
}
