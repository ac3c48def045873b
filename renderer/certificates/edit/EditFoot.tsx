import { useEffect, useId } from 'react';
import type { ReactElement } from 'react';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import type { Looking } from '../../file-look/looking.ts';
import { t } from '../../text/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { NotSent } from '../add/NotSent.tsx';
import { statusWords } from '../add/status-words.ts';
import { editStatus } from './edit-status.ts';
import type { EditStatus } from './edit-status.ts';
import { closeEdit, save } from './edit.store.ts';
import type { Editing } from './edit.store.ts';
import css from '../add/AddCertificate.module.css';

/** Save, and the sentence that says what still stands in its way or what it will do. */
export function EditFoot({
  editing,
  looking,
  type,
}: {
  editing: Extract<Editing, { status: 'open' }>;
  looking: Looking;
  type: CertificateType | null;
}): ReactElement {
  const id = useId();
  const { isSaving, problem } = editing;
  const status = editStatus(editing, looking, type);
  const sentence = sentenceOf(status);

  useEffect(() => {
    if (status.kind !== 'unchanged') announce(sentence);
  }, [sentence, status.kind]);

  return (
    <div className={css['foot']}>
      {problem && <NotSent problem={problem} kept={t('edit.failed.kept')} />}
      <div className={css['buttons']}>
        <Button
          look="primary"
          size="large"
          isDisabled={status.kind !== 'ready'}
          isPending={isSaving}
          aria-describedby={id}
          onPress={() => void save()}
        >
          {t('edit.save')}
        </Button>
        <Button size="large" isDisabled={isSaving} onPress={closeEdit}>
          {t('edit.close')}
        </Button>
      </div>
      <p id={id} className={css['status']}>
        {sentence}
      </p>
    </div>
  );
}

function sentenceOf(status: EditStatus): string {
  switch (status.kind) {
    case 'unchanged':
      return t('edit.status.unchanged');
    case 'file':
      return statusWords(status.status);
    case 'ready':
      return status.repushes === null
        ? t('edit.status.ready')
        : t('edit.status.replace', { count: status.repushes });
    default:
      return status satisfies never;
  }
}
