import { useImperativeHandle, useRef, useState } from 'react';
import type { ReactElement, Ref } from 'react';
import { t } from '../text/text.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';
import { judgeLength, judgeRepeat } from './new-password.ts';

/** How the form gets at the new password. */
export type NewPasswordHandle = {
  /** The password when it was typed twice alike; otherwise null, and the field that is wrong says so. */
  take: () => string | null;
};

const untouched = { ...judgeLength(''), repeat: judgeRepeat('', '') };

/** A new password, typed twice and judged in words meanwhile. What is kept of it here is the verdict. */
export function NewPassword({ ref }: { ref: Ref<NewPasswordHandle> }): ReactElement {
  const first = useRef<PasswordHandle>(null);
  const second = useRef<PasswordHandle>(null);
  const [judged, setJudged] = useState(untouched);
  const [isAsked, setIsAsked] = useState(false);

  const read = (): [string, string] => [first.current?.read() ?? '', second.current?.read() ?? ''];
  const judge = (): void => {
    const [password, repeat] = read();
    setJudged({ ...judgeLength(password), repeat: judgeRepeat(password, repeat) });
  };

  useImperativeHandle(ref, () => ({
    take: () => {
      const [password, repeat] = read();
      if (password !== '' && password === repeat) return password;
      setIsAsked(true);
      const wrong = password === '' ? first : second;
      wrong.current?.focus();
      return null;
    },
  }));

  const { count, verdict, repeat } = judged;
  const isDifferent = repeat === 'different' || (isAsked && repeat !== 'same');
  return (
    <>
      <PasswordField
        ref={first}
        isFirst
        label={t('strong.password')}
        name="new-password"
        hint={t(`strong.password.${verdict}`, { count })}
        error={isAsked && verdict === 'empty' ? t('strong.password.missing') : null}
        showLabel={t('password.show')}
        hideLabel={t('password.hide')}
        onEdit={judge}
      />
      <PasswordField
        ref={second}
        label={t('strong.repeat')}
        name="new-password-again"
        hint={t(`strong.repeat.${repeat}`)}
        error={verdict !== 'empty' && isDifferent ? t('strong.repeat.different') : null}
        showLabel={t('strong.repeat.show')}
        hideLabel={t('strong.repeat.hide')}
        onEdit={judge}
      />
    </>
  );
}
