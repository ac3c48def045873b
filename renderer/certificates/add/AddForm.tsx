import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { Heading } from 'react-aria-components';
import type { CertificateType, Upload } from '../../../preload/contract/certificates.ts';
import { t } from '../../text/text.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import type { PasswordHandle } from '../../ui/PasswordField.tsx';
import { Select } from '../../ui/Select.tsx';
import { State } from '../../ui/State.tsx';
import { asksForPassword } from '../../file-look/failure-kinds.ts';
import { failureWords } from '../../file-look/failure-words.ts';
import type { Looking } from '../../file-look/looking.ts';
import { isRunning } from '../uploads.store.ts';
import { addedFile, chooseFile, chooseType, lookAgain, readPasswordFrom } from './add.store.ts';
import type { Adding } from './add.store.ts';
import { AddFoot } from './AddFoot.tsx';
import { FileField } from './FileField.tsx';
import { usePasswordPause } from './use-password-pause.ts';
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
  const password = useRef<PasswordHandle>(null);
  const pause = usePasswordPause(lookAgain);
  const isSending = upload !== null && isRunning(upload);
  const type_ = types.find(({ id }) => id === adding.typeId) ?? null;

  useEffect(() => readPasswordFrom(() => password.current?.read() ?? ''), []);

  return (
    <div className={css['form']}>
      <Heading slot="title" level={2} className={type['head'] ?? ''}>
        {t('add.title')}
      </Heading>
      <Select
        label={t('add.type')}
        choices={types.map(({ id, name }) => ({ id, label: name }))}
        value={adding.typeId}
        onChange={chooseType}
        placeholder={t('add.type.choose')}
        hint={typeHint(type_, types.length)}
        isDisabled={isSending || types.length === 0}
      />
      <FileField
        looking={looking}
        isDisabled={isSending}
        onChoose={(file) => {
          void chooseFile(file);
          password.current?.focus();
        }}
      />
      <PasswordField
        ref={password}
        label={t('add.password')}
        name="file-password"
        hint={t('add.password.hint')}
        error={passwordError(looking)}
        end={<Opens looking={looking} />}
        showLabel={t('password.show')}
        hideLabel={t('password.hide')}
        isDisabled={isSending}
        onSettle={pause.now}
        onEdit={() => {
          addedFile.retract();
          pause.edited();
        }}
      />
      <AddFoot adding={adding} looking={looking} type={type_} upload={upload} />
    </div>
  );
}

/** Under the type: how many configurations use it, and when the server deletes its keys. */
export function typeHint(type: CertificateType | null, offered: number): string | null {
  if (offered === 0) return t('add.type.none');
  if (type === null) return null;
  const days = type.deletesKeyAfterDays;
  return [
    t('add.type.usedBy', { count: type.usedByConfigurations }),
    days === null ? '' : t('add.type.deletesKey', { days }),
  ].join(' ');
}

/** Says at the field's end that the password opened the file, or that none was needed. */
export function Opens({ looking }: { looking: Looking }): ReactElement | null {
  if (looking.status !== 'held' || looking.answer.kind !== 'opened') return null;
  const { password } = looking.answer.inspection.protection;
  return (
    <State icon="check" tone="ok">
      {password === 'given' ? t('add.password.opens') : t('add.password.none')}
    </State>
  );
}

/** What the field says of a password that does not open the file, or null. */
export function passwordError(looking: Looking): string | null {
  if (looking.status !== 'held' || looking.answer.kind !== 'failed') return null;
  const { failure, withPassword } = looking.answer;
  return withPassword && asksForPassword(failure.kind) ? failureWords(failure).title : null;
}
