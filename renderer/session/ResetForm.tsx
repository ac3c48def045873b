import { useCallback, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { NewPasswordFields } from '../password/NewPasswordFields.tsx';
import type { WrongNewPassword } from '../password/NewPasswordFields.tsx';
import { call } from '../portal.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';
import { signIn } from './session.store.ts';
import { Trouble } from '../trouble/Trouble.tsx';
import { useWait } from '../trouble/use-wait.ts';
import css from './SessionPage.module.css';

type Wrong = WrongNewPassword & { pin: string | null };
const nothingWrong: Wrong = { pin: null, chosen: null, again: null };

/** A new password with the PIN from the mail; who has it is signed in with it at once. */
export function ResetForm({
  whoever,
  onDone,
}: {
  whoever: { address: string; username: string };
  /** The password is changed, and the sign-in has worked or says why not. */
  onDone: () => void;
}): ReactElement {
  const pin = useRef<PasswordHandle>(null);
  const chosen = useRef<PasswordHandle>(null);
  const again = useRef<PasswordHandle>(null);
  const [wrong, setWrong] = useState(nothingWrong);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const over = useCallback(() => setError(null), []);
  const left = useWait(error, over);

  const edited = (): void => {
    setWrong(nothingWrong);
    if (left === 0) setError(null);
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || left > 0) return;
    const typed = (pin.current?.read() ?? '').trim();
    const newPassword = chosen.current?.read() ?? '';
    const isPin = /^[0-9A-Za-z]{4,64}$/u.test(typed);
    const isSame = newPassword === again.current?.read();
    setWrong({
      pin: isPin ? null : t('session.forgotten.pin.missing'),
      chosen: newPassword === '' ? t('session.new-password.missing') : null,
      again: isSame ? null : t('session.new-password.differs'),
    });
    if (!isPin || newPassword === '' || !isSame) return;
    setIsBusy(true);
    setError(null);
    const answer = await call('session.resetPassword', { ...whoever, pin: typed, newPassword });
    if (answer.ok) {
      const failed = await signIn({ ...whoever, password: newPassword, keepSignedIn: false });
      if (failed !== null) onDone();
      return;
    }
    setIsBusy(false);
    if (answer.error.code === 'bad-credentials') {
      setWrong({ ...nothingWrong, pin: t('session.forgotten.pin.wrong') });
      pin.current?.focus();
    } else setError(answer.error);
  };

  return (
    <form className={css['fields']} noValidate onSubmit={(event) => void submit(event)}>
      <PasswordField
        ref={pin}
        label={t('session.forgotten.pin')}
        name="reset-pin"
        autoComplete="one-time-code"
        isFirst
        showLabel={t('session.forgotten.pin.show')}
        hideLabel={t('session.forgotten.pin.hide')}
        error={wrong.pin}
        onEdit={edited}
      />
      <NewPasswordFields chosen={chosen} again={again} wrong={wrong} onEdit={edited} />
      {error && <Trouble error={error} left={left} />}
      <div>
        <Button type="submit" look="primary" size="large" isPending={isBusy} isDisabled={left > 0}>
          {t('session.forgotten.submit')}
        </Button>
      </div>
    </form>
  );
}
