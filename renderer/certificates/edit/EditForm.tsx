import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { Heading } from 'react-aria-components';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import type { Looking } from '../../file-look/looking.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import type { PasswordHandle } from '../../ui/PasswordField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Opens, passwordError, typeHint } from '../add/AddForm.tsx';
import { FileField } from '../add/FileField.tsx';
import { usePasswordPause } from '../add/use-password-pause.ts';
import {
  changeDraft,
  chooseReplacement,
  keepFile,
  lookAgain,
  readReplacementPassword,
  replacement,
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
  const password = useRef<PasswordHandle>(null);
  const pause = usePasswordPause(lookAgain);
  const { typeId, description, isSaving } = editing;

  useEffect(() => readReplacementPassword(() => password.current?.read() ?? ''), []);

  return (
    <div className={css['form']}>
      <Heading slot="title" level={2} className={type['head'] ?? ''}>
        {t('edit.title')}
      </Heading>
      <Select
        label={t('add.type')}
        choices={types.map(({ id, name }) => ({ id, label: name }))}
        value={type_ === null ? null : typeId}
        onChange={(id) => changeDraft({ typeId: id })}
        placeholder={t('add.type.choose')}
        hint={typeHint(type_, types.length)}
        isDisabled={isSaving || types.length === 0}
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
        <PasswordField
          ref={password}
          label={t('add.password')}
          name="file-password"
          hint={t('add.password.hint')}
          error={passwordError(looking)}
          end={<Opens looking={looking} />}
          showLabel={t('password.show')}
          hideLabel={t('password.hide')}
          isFirst
          isDisabled={isSaving}
          onSettle={pause.now}
          onEdit={() => {
            replacement.retract();
            pause.edited();
          }}
        />
      )}
      <EditFoot editing={editing} looking={looking} type={type_} />
    </div>
  );
}
