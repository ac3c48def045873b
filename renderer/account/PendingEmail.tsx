import { useCallback, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { Trouble } from '../trouble/Trouble.tsx';
import { useWait } from '../trouble/use-wait.ts';
import { Rich } from '../text/Rich.tsx';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';
import { State } from '../ui/State.tsx';
import { showToast } from '../ui/toast.ts';
import { changeAccount, confirmEmail } from './account.store.ts';
import css from './AccountPage.module.css';

type Work = 'confirming' | 'asking-again' | 'keeping';

/** An address that waits to be confirmed: the code from the mail, another mail, or the old address after all. */
export function PendingEmail({
  pending,
  present,
}: {
  pending: string;
  /** The address that counts until then; null where there is none to go back to. */
  present: string | null;
}): ReactElement {
  const code = useRef<PasswordHandle>(null);
  const [work, setWork] = useState<Work | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const over = useCallback(() => setError(null), []);
  const left = useWait(error, over);

  async function during(kind: Work, ask: () => Promise<AppError | null>): Promise<boolean> {
    setWork(kind);
    setError(null);
    const failed = await ask();
    setWork(null);
    const isCode = kind === 'confirming' && failed?.code === 'bad-credentials';
    setIsWrong(isCode);
    setError(isCode ? null : failed);
    return failed === null;
  }

  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const pin = (code.current?.read() ?? '').trim();
    if (work !== null) return;
    if (!/^[0-9A-Za-z]{4,64}$/u.test(pin)) return setIsWrong(true);
    if (await during('confirming', () => confirmEmail(pin)))
      showToast({ icon: 'passed', tone: 'ok', title: t('account.email.confirmed') });
    return undefined;
  };
  const askAgain = async (): Promise<void> => {
    if (await during('asking-again', () => changeAccount({ emailAddress: pending })))
      announce(t('account.email.sent-again', { address: pending }));
  };
  const keep = async (): Promise<void> => {
    if (present === null) return;
    if (await during('keeping', () => changeAccount({ emailAddress: present })))
      announce(t('account.email.kept'));
  };

  return (
    <form className={css['form']} noValidate onSubmit={(event) => void confirm(event)}>
      <div>
        <State icon="clock">{t('account.email.pending')}</State>
        <p>
          <Rich of="account.email.pending.more" params={{ address: pending }} />
        </p>
      </div>
      <PasswordField
        ref={code}
        label={t('account.email.code')}
        name="email-code"
        autoComplete="one-time-code"
        showLabel={t('session.forgotten.pin.show')}
        hideLabel={t('session.forgotten.pin.hide')}
        error={isWrong ? t('account.email.code.wrong') : null}
        onEdit={() => setIsWrong(false)}
      />
      {error && error.code !== 'cancelled' && <Trouble error={error} left={left} />}
      <div className={css['send']}>
        <Button type="submit" isPending={work === 'confirming'} isDisabled={work !== null}>
          {t('account.email.confirm')}
        </Button>
        <Button
          look="link"
          isPending={work === 'asking-again'}
          isDisabled={work !== null || left > 0}
          onPress={() => void askAgain()}
        >
          {t('account.email.again')}
        </Button>
        {present !== null && (
          <Button
            look="link"
            isPending={work === 'keeping'}
            isDisabled={work !== null}
            onPress={() => void keep()}
          >
            {t('account.email.keep')}
          </Button>
        )}
      </div>
    </form>
  );
}
