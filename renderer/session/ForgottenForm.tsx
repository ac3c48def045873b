import { useCallback, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { call } from '../portal.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { TextField } from '../ui/TextField.tsx';
import type from '../styles/type.module.css';
import { AddressField } from './AddressField.tsx';
import { ResetForm } from './ResetForm.tsx';
import { Trouble } from '../trouble/Trouble.tsx';
import { useWait } from '../trouble/use-wait.ts';
import css from './SessionPage.module.css';

/** A portal on this computer keeps its mails to itself (main/session/forgotten.ts). */
const isOnThisComputer = (address: string): boolean =>
  /^(?:https?:\/\/)?(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:\/|$)/u.test(address);

/** For whoever has forgotten their password: a PIN by mail, and with it a new password. */
export function ForgottenForm({
  address,
  onAddress,
  username,
  onUsername,
  onBack,
}: {
  address: string;
  onAddress: (address: string) => void;
  username: string;
  onUsername: (username: string) => void;
  onBack: () => void;
}): ReactElement {
  const [isSent, setIsSent] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const over = useCallback(() => setError(null), []);
  const left = useWait(error, over);
  const whoever = { address: address.trim(), username: username.trim() };
  const isWhole = whoever.address !== '' && whoever.username !== '';

  const send = async (): Promise<void> => {
    setIsTried(true);
    if (!isWhole || isBusy || left > 0) return;
    setIsBusy(true);
    setError(null);
    const answer = await call('session.forgotPassword', whoever);
    setIsBusy(false);
    if (!answer.ok) return setError(answer.error);
    setIsSent(true);
    announce(t('session.forgotten.sent', { username: whoever.username }));
    return undefined;
  };

  return (
    <div className={css['form']}>
      <div>
        <h1 className={type['title']}>{t('session.forgotten.title')}</h1>
        <p className={classNames(type['lead'], type['muted'], css['lead'])}>
          {isSent
            ? t('session.forgotten.sent', { username: whoever.username })
            : t('session.forgotten.lead')}
        </p>
      </div>
      {isSent ? (
        <>
          {isOnThisComputer(whoever.address) && (
            <p className={css['browser']}>
              {t('session.forgotten.mailbox.words')}{' '}
              <Button
                look="link"
                onPress={() => void call('session.openMailbox', { address: whoever.address })}
              >
                {t('session.forgotten.mailbox')}
              </Button>
            </p>
          )}
          <ResetForm whoever={whoever} onDone={onBack} />
          {error && <Trouble error={error} left={left} />}
          <div className={css['links']}>
            <Button look="link" isDisabled={isBusy || left > 0} onPress={() => void send()}>
              {t('session.forgotten.again')}
            </Button>
            <Button look="link" onPress={onBack}>
              {t('session.forgotten.back')}
            </Button>
          </div>
        </>
      ) : (
        <form
          className={css['fields']}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void send();
          }}
        >
          <AddressField
            value={address}
            onChange={onAddress}
            error={isTried && whoever.address === '' ? t('session.address.missing') : null}
          />
          <TextField
            label={t('session.username')}
            name="username"
            autoComplete="off"
            spellCheck="false"
            isFirst
            value={username}
            onChange={onUsername}
            error={isTried && whoever.username === '' ? t('session.username.missing') : null}
          />
          {error && <Trouble error={error} left={left} />}
          <div className={css['links']}>
            <Button
              type="submit"
              look="primary"
              size="large"
              isPending={isBusy}
              isDisabled={left > 0}
            >
              {t('session.forgotten.send')}
            </Button>
            <Button look="link" onPress={onBack}>
              {t('session.forgotten.back')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
