import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { call } from '../portal.ts';
import { t } from '../text/text.ts';
import { Trouble } from '../trouble/Trouble.tsx';
import { useWait } from '../trouble/use-wait.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { State } from '../ui/State.tsx';
import { cancelProof, proveInBrowser } from './proof.store.ts';

/** Asks whoever has no password here to sign in once more on their organisation's own page. */
export function BrowserProof(): ReactElement {
  const [isWaiting, setIsWaiting] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const over = useCallback(() => setError(null), []);
  const left = useWait(error, over);

  const go = async (): Promise<void> => {
    setIsWaiting(true);
    setError(null);
    const failed = await proveInBrowser();
    setIsWaiting(false);
    setError(failed);
  };
  const cancel = (): void => {
    if (isWaiting) void call('session.cancelSignIn', undefined);
    cancelProof();
  };

  return (
    <Dialog
      isOpen
      onClose={cancel}
      width="small"
      title={t('proof.title')}
      lead={t('proof.browser.words')}
      buttons={
        <>
          <Button onPress={cancel}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            icon="open-outside"
            isPending={isWaiting}
            isDisabled={left > 0}
            onPress={() => void go()}
          >
            {t('session.browser.submit')}
          </Button>
        </>
      }
    >
      {isWaiting ? (
        <State icon="clock">{t('proof.browser.waiting')}</State>
      ) : (
        <p>{t('proof.browser.todo')}</p>
      )}
      {error && error.code !== 'cancelled' && <Trouble error={error} left={left} />}
    </Dialog>
  );
}
