import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { FieldList } from '../../file-look/FieldList.tsx';
import { t } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { AddInside } from '../add/AddInside.tsx';
import { FileWindow } from '../add/FileWindow.tsx';
import { fieldsOf } from '../CertificateDetails.tsx';
import { useCertificates } from '../certificates.store.ts';
import { acknowledge, changeDraft, closeEdit, replacement, useEditing } from './edit.store.ts';
import { EditForm } from './EditForm.tsx';
import { OldMailNote } from './OldMailNote.tsx';
import type from '../../styles/type.module.css';
import own from './EditCertificate.module.css';

/**
 * Edit Certificate: description, type and another file at the left; at the right the certificate as it is, or what
 * is inside the file that is to replace it.
 */
export function EditCertificate(): ReactElement | null {
  const editing = useEditing();
  const looking = useStore(replacement.store);
  const certificates = useCertificates();
  if (editing.status === 'closed') return null;

  const types = certificates.status === 'ready' ? certificates.list.types : [];
  const { certificate, acknowledged, isSaving } = editing;
  const type_ = types.find(({ id }) => id === editing.typeId) ?? null;
  const before = types.find(({ id }) => id === certificate.typeId) ?? null;
  return (
    <FileWindow
      label={t('edit.title')}
      isBusy={isSaving}
      onClose={closeEdit}
      form={<EditForm editing={editing} looking={looking} types={types} type={type_} />}
      inside={
        looking.status === 'idle' ? (
          <>
            <h3 className={classNames(type['head'], own['name'])}>{certificate.name}</h3>
            <FieldList fields={fieldsOf(certificate, before)} />
          </>
        ) : (
          <>
            {certificate.purpose === 'encryption' && certificate.hasPrivateKey && (
              <OldMailNote type={before} isSaving={isSaving} />
            )}
            <AddInside
              choices={{
                acknowledged,
                onAcknowledge: acknowledge,
                onChooseType: (typeId) => changeDraft({ typeId }),
              }}
              looking={looking}
              types={types}
              isSending={isSaving}
            />
          </>
        )
      }
    />
  );
}
