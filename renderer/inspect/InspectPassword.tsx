import { useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { HeldFile } from '../../preload/contract/certificates.ts';
import { describeError } from '../text/errors.ts';
import { sentences } from '../text/sentences.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';
import { failureWords } from '../file-look/failure-words.ts';
import { InspectFailure } from './InspectFailure.tsx';
import { inspectedFile, tryPassword } from './inspect.store.ts';
import { asksForPassword } from '../file-look/failure-kinds.ts';
import type { Answer } from '../file-look/looking.ts';
import { OpenedBar } from './OpenedBar.tsx';
import type from '../styles/type.module.css';
import css from './InspectPage.module.css';

/** A file that has not opened: it asks for its password, says that it was wrong, or says why none will do. */
export function InspectPassword({
  file,
  answer,
  busy,
}: {
  file: HeldFile;
  answer: Exclude<Answer, { kind: 'opened' }>;
  busy: boolean;
}): ReactElement {
  const bytes = t('inspect.bytes', { size: file.size });
  if (answer.kind === 'error') {
    const { title, sentence, todo, reference } = describeError(answer.error);
    return (
      <>
        <OpenedBar name={file.name} line={bytes} />
        <InspectFailure words={{ title, todo: sentences(sentence, todo), reference }} />
      </>
    );
  }
  const failure = answer.kind === 'failed' ? answer.failure : null;
  const line =
    failure === null
      ? bytes
      : t('inspect.failed.line', { format: t(`inspect.format.${failure.format}`), size: bytes });
  return (
    <>
      <OpenedBar name={file.name} line={line} />
      {failure !== null && !asksForPassword(failure.kind) ? (
        <InspectFailure words={failureWords(failure)} />
      ) : (
        <PasswordForm
          key={file.fileId}
          name={file.name}
          wrong={
            failure !== null && answer.kind === 'failed' && answer.withPassword
              ? failureWords(failure)
              : null
          }
          busy={busy}
        />
      )}
    </>
  );
}

function PasswordForm({
  name,
  wrong,
  busy,
}: {
  name: string;
  wrong: { title: string; todo: string | null } | null;
  busy: boolean;
}): ReactElement {
  const field = useRef<PasswordHandle>(null);
  const [isFilled, setIsFilled] = useState(false);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const password = field.current?.read() ?? '';
    if (password === '') return;
    // Where it was wrong, the next try begins in the field; where it opened, the field is gone.
    void tryPassword(password).then(() => field.current?.focus());
  };
  return (
    <form className={css['password']} onSubmit={submit}>
      <h2 className={type['subhead']}>{t('inspect.password.title', { name })}</h2>
      <div className={css['field']}>
        <PasswordField
          ref={field}
          isFirst
          label={t('inspect.password')}
          name="file-password"
          hint={t('inspect.password.more')}
          error={wrong?.title}
          showLabel={t('password.show')}
          hideLabel={t('password.hide')}
          onEdit={(filled) => {
            setIsFilled(filled);
            inspectedFile.retract();
          }}
        />
        {wrong !== null && <p className={css['todo']}>{wrong.todo}</p>}
        <div className={css['buttons']}>
          <Button type="submit" look="primary" isDisabled={!isFilled} isPending={busy}>
            {t('inspect.password.open')}
          </Button>
        </div>
      </div>
    </form>
  );
}
