import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { Session } from '../../preload/contract/session.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { continueWithout, signOut, unlockKeychain, useSessionWork } from './session.store.ts';
import css from './SessionPage.module.css';

/** Nobody has to wait longer than this without a way out, in ms. */
const patience = 1000;

/** While a stored session is taken from the keychain and proved at the portal. */
export function RestoringPage({
  session: { step, portal },
}: {
  session: Extract<Session, { status: 'restoring' }>;
}): ReactElement {
  const name = portal?.tenantName ?? portal?.address;
  const [canSkip, setCanSkip] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCanSkip(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={css['quiet']} aria-busy="true">
      <EmptyState
        art="clock"
        action={
          canSkip && (
            <Button onPress={() => void continueWithout()}>{t('session.restoring.skip')}</Button>
          )
        }
        title={
          step === 'keychain'
            ? t('session.restoring.keychain')
            : name === undefined
              ? t('session.restoring.portal-nameless')
              : t('session.restoring.portal', { portal: name })
        }
      >
        {step === 'keychain' ? t('session.restoring.keychain.words') : undefined}
      </EmptyState>
    </main>
  );
}

/** The keychain is locked: the person is not signed out, and is told so. */
export function KeychainLockedPage(): ReactElement {
  const { work, error } = useSessionWork();
  const words = error && describeError(error);
  return (
    <main className={css['quiet']}>
      <EmptyState
        art="locked"
        title={t('session.locked.title')}
        action={
          <>
            <Button
              look="primary"
              isPending={work === 'unlocking'}
              onPress={() => void unlockKeychain()}
            >
              {t('session.locked.unlock')}
            </Button>
            <Button isDisabled={work !== null} onPress={() => void continueWithout()}>
              {t('session.locked.without')}
            </Button>
            <Button look="link" isDisabled={work !== null} onPress={() => void signOut()}>
              {t('session.locked.other')}
            </Button>
          </>
        }
      >
        {t('session.locked.words')}
      </EmptyState>
      {words && <ErrorMessage title={words.title} sentence={words.sentence} todo={words.todo} />}
    </main>
  );
}
