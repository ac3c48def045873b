import { useRef } from 'react';
import type { ReactElement } from 'react';
import { Heading } from 'react-aria-components';
import type { CertificateType, Upload } from '../../../preload/contract/certificates.ts';
import { t } from '../../text/text.ts';
import type { PasswordHandle } from '../../ui/PasswordField.tsx';
import type { Looking } from '../../file-look/looking.ts';
import { isRunning } from '../uploads.store.ts';
import { addedFile, addedPassword, chooseFile, chooseType, lookAgain } from './add.store.ts';
import type { Adding } from './add.store.ts';
import { AddFoot } from './AddFoot.tsx';
import { FileField } from './FileField.tsx';
import { addSeveral } from '../queue/add-several.ts';
import { FilePassword } from './FilePassword.tsx';
import { TypeField } from './TypeField.tsx';
import type from '../../styles/type.module.css';
import css from './AddCertificate.module.css';

/** The left side: what it is for, which file, its password, and the button that sends it. */
export function AddForm({
  adding,
  looking,
  types,
  upload,
}: {
  adding: Extract<Adding, { status: 'open' }>;
  looking: Looking;
  types: readonly CertificateType[];
  upload: Upload | null;
}): ReactElement {
  const password = useRef<Pick<PasswordHandle, 'focus'>>(null);
  const isSending = upload !== null && isRunning(upload);
  const type_ = types.find(({ id }) => id === adding.typeId) ?? null;

  return (
    <div className={css['form']}>
      <Heading slot="title" level={2} className={type['head'] ?? ''}>
        {t('add.title')}
      </Heading>
      <TypeField types={types} type={type_} isDisabled={isSending} onChoose={chooseType} />
      <FileField
        looking={looking}
        isDisabled={isSending}
        onChoose={(file) => {
          void chooseFile(file);
          password.current?.focus();
        }}
        onChooseSeveral={(files) => addSeveral(files)}
      />
      <FilePassword
        ref={password}
        file={addedFile}
        looking={looking}
        source={addedPassword}
        isDisabled={isSending}
        onTry={lookAgain}
      />
      <AddFoot adding={adding} looking={looking} type={type_} upload={upload} />
    </div>
  );
}
