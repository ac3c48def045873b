import type { ReactElement } from 'react';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { openAdd } from '../add/add.store.ts';
import { closeEdit } from './edit.store.ts';
import css from './OldMailNote.module.css';

/** Before an encryption certificate is replaced: what that may cost, and the way that costs nothing. */
export function OldMailNote({
  type,
  isSaving,
}: {
  type: CertificateType | null;
  isSaving: boolean;
}): ReactElement {
  const isBesidePossible = type?.multiple ?? false;
  return (
    <div className={css['note']} role="note">
      <Icon name="warning" />
      <div>
        <p className={css['title']}>{t('edit.old-mail')}</p>
        <p className={css['more']}>
          {t('edit.old-mail.more')}{' '}
          <b>{t(isBesidePossible ? 'edit.old-mail.beside' : 'edit.old-mail.file')}</b>
        </p>
        {type && isBesidePossible && (
          <Button
            size="small"
            isDisabled={isSaving}
            onPress={() => {
              closeEdit();
              openAdd({ typeId: type.id });
            }}
          >
            {t('edit.old-mail.add')}
          </Button>
        )}
      </div>
    </div>
  );
}
