import type { ReactElement } from 'react';
import { Heading } from 'react-aria-components';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import type { Looking } from '../../file-look/looking.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FileField } from '../add/FileField.tsx';
import { FilePassword } from '../add/FilePassword.tsx';
import { TypeField } from '../add/TypeField.tsx';
import {
  changeDraft,
  chooseReplacement,
  keepFile,
  lookAgain,
  replacement,
  replacementPassword,
} from './edit.store.ts';
import type { Editing } from './edit.store.ts';
import { EditFoot } from './EditFoot.tsx';
import type from '../../styles/type.module.css';
import css from '../add/AddCertificate.module.css';

/** The longest description that the contract takes, in characters. */
const maxDescription = 1024;

/** The left side: type, description, another file with its password, and the button that saves. */
export function EditForm({
  editing,
  looking,
  types,
  type: type_,
}: {
  editing: Extract<Editing, { status: 'open' }>;
  looking: Looking;
  types: readonly CertificateType[];
  /** The type that is chosen; null when the portal no longer offers it. */
  type: CertificateType | null;
}): ReactElement {
  const { description, isSaving } = editing;

  return (
    <div className={css['form']}>
      <Heading slot="title" level={2} className={type['head'] ?? ''}>
        {t('edit.title')}
      </Heading>
      <TypeField
        types={types}
        type={type_}
        isDisabled={isSaving}
        onChoose={(typeId) => changeDraft({ typeId })}
      />
      <TextField
        label={t('edit.description')}
        name="description"
        lines={2}
        maxLength={maxDescription}
        value={description}
        onChange={(words) => changeDraft({ description: words })}
        isDisabled={isSaving}
      />
      <FileField
        label={t('edit.file')}
        none={t('edit.file.none')}
        looking={looking}
        isDisabled={isSaving}
        onChoose={(file) => void chooseReplacement(file)}
        {...(looking.status === 'idle'
          ? {}
          : {
              end: (
                <Button look="link" isDisabled={isSaving} onPress={keepFile}>
                  {t('edit.file.keep')}
                </Button>
              ),
            })}
      />
      {looking.status !== 'idle' && (
        <FilePassword
          file={replacement}
          looking={looking}
          source={replacementPassword}
          isFirst
          isDisabled={isSaving}
          onTry={lookAgain}
        />
      )}
      <EditFoot editing={editing} looking={looking} type={type_} />
    </div>
  );
}
