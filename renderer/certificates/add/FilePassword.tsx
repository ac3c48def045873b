import { useEffect, useImperativeHandle, useRef } from 'react';
import type { ReactElement, Ref } from 'react';
import { asksForPassword } from '../../file-look/failure-kinds.ts';
import { failureWords } from '../../file-look/failure-words.ts';
import type { FileLook, Looking } from '../../file-look/looking.ts';
import { t } from '../../text/text.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import type { PasswordHandle } from '../../ui/PasswordField.tsx';
import { State } from '../../ui/State.tsx';
import type { PasswordSource } from './password-source.ts';
import { usePasswordPause } from './use-password-pause.ts';

/** The password of a file: tried after a pause in typing, read out of the field at that moment and at no other. */
export function FilePassword({
  ref,
  file,
  looking,
  source,
  isDisabled,
  isFirst = false,
  onTry,
}: {
  ref?: Ref<Pick<PasswordHandle, 'focus'>>;
  file: FileLook;
  looking: Looking;
  source: PasswordSource;
  isDisabled: boolean;
  /** The cursor stands in it at first. */
  isFirst?: boolean;
  onTry: () => void;
}): ReactElement {
  const field = useRef<PasswordHandle>(null);
  const pause = usePasswordPause(onTry);
  useEffect(() => source.from(() => field.current?.read() ?? ''), [source]);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }));
  return (
    <PasswordField
      ref={field}
      label={t('add.password')}
      name="file-password"
      hint={t('add.password.hint')}
      error={passwordError(looking)}
      end={<Opens looking={looking} />}
      showLabel={t('password.show')}
      hideLabel={t('password.hide')}
      isFirst={isFirst}
      isDisabled={isDisabled}
      onSettle={pause.now}
      onEdit={() => {
        file.retract();
        pause.edited();
      }}
    />
  );
}

/** Says at the field's end that the password opened the file, or that none was needed. */
function Opens({ looking }: { looking: Looking }): ReactElement | null {
  if (looking.status !== 'held' || looking.answer.kind !== 'opened') return null;
  const { password } = looking.answer.inspection.protection;
  return (
    <State icon="check" tone="ok">
      {password === 'given' ? t('add.password.opens') : t('add.password.none')}
    </State>
  );
}

/** What the field says of a password that does not open the file, or null. */
function passwordError(looking: Looking): string | null {
  if (looking.status !== 'held' || looking.answer.kind !== 'failed') return null;
  const { failure, withPassword } = looking.answer;
  return withPassword && asksForPassword(failure.kind) ? failureWords(failure).title : null;
}
