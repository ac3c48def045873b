import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { useSession } from '../app.store.ts';
import { call } from '../portal.ts';
import { Trouble } from '../trouble/Trouble.tsx';
import { useWait } from '../trouble/use-wait.ts';
import { relativeTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';
import { useNow } from '../ui/clock.ts';
import { BrowserProof } from './BrowserProof.tsx';
import { cancelProof, prove, useProof } from './proof.store.ts';
import css from './ProofDialog.module.css';

function LastAsked(): ReactElement | null {
  const session = useSession();
  const { lastAt } = useProof();
  const now = useNow();
  const at = lastAt ?? (session?.status === 'signed-in' ? session.signedInAt : null);
  if (at === null) return null;
  const words = relativeTime(at, now);
  return (
    <span className={css['last']}>
      {t('proof.last-asked', { relative: words.charAt(0).toLocaleLowerCase() + words.slice(1) })}
    </span>
  );
}

/** Whether whoever is signed in has no password here, because they sign in on their organisation's own page. */
function useSignsInElsewhere(): boolean {
  const session = useSession();
  const [isElsewhere, setIsElsewhere] = useState(false);
  const address = session?.status === 'signed-in' ? session.portal.address : null;
  const username = session?.status === 'signed-in' ? session.account.username : null;
  useEffect(() => {
    if (address === null || !username) return undefined;
    let isWanted = true;
    // Without an answer the password is asked for, as from everybody else.
    const ask = async (): Promise<void> => {
      const answer = await call('session.probe', { address, username });
      if (isWanted && answer.ok) setIsElsewhere(answer.value.signIn !== 'password');
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [address, username]);
  return isElsewhere;
}

function Asked(): ReactElement {
  const form = useId();
  const password = useRef<PasswordHandle>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isEmpty, setIsEmpty] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const isWrong = error?.code === 'bad-credentials';
  const over = useCallback(() => setError(null), []);
  const left = useWait(error, over);
  const isInBrowser = useSignsInElsewhere();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || left > 0) return;
    const typed = password.current?.read() ?? '';
    setIsEmpty(typed === '');
    if (typed === '') return password.current?.focus();
    setIsBusy(true);
    const failed = await prove(typed);
    setIsBusy(false);
    setError(failed);
    if (failed?.code === 'bad-credentials') password.current?.focus();
    return undefined;
  };

  if (isInBrowser) return <BrowserProof />;
  return (
    <Dialog
      isOpen
      onClose={cancelProof}
      canClose={!isBusy}
      width="small"
      title={t('proof.title')}
      lead={t('proof.lead')}
      buttons={
        <>
          <Button isDisabled={isBusy} onPress={cancelProof}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" form={form} look="primary" isPending={isBusy} isDisabled={left > 0}>
            {t('proof.submit')}
          </Button>
        </>
      }
    >
      <form id={form} className={css['form']} onSubmit={(event) => void submit(event)} noValidate>
        <PasswordField
          ref={password}
          label={t('proof.password')}
          name="password"
          autoComplete="current-password"
          isFirst
          labelEnd={<LastAsked />}
          showLabel={t('password.show')}
          hideLabel={t('password.hide')}
          error={isEmpty ? t('proof.empty') : isWrong ? t('proof.wrong') : null}
          onEdit={() => {
            setIsEmpty(false);
            setError(null);
          }}
        />
        {error && !isWrong && <Trouble error={error} left={left} />}
      </form>
    </Dialog>
  );
}

/** Asks for the password again while something waits for it. Stands once in the app, over every other dialog. */
export function ProofDialog(): ReactElement | null {
  const isAsking = useProof(({ asking }) => asking !== null);
  return isAsking ? <Asked /> : null;
}
