import { useState } from 'react';
import type { ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { countdown } from '../text/countdown.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { ServerCertificate } from './ServerCertificate.tsx';
import css from './Trouble.module.css';

/** What went wrong with a portal: how long there is to wait, and what certificate it has shown. */
export function Trouble({
  error,
  left = 0,
  isByItself = false,
  onCancel,
}: {
  error: AppError;
  /** ms until it can be tried again, from `useWait`. */
  left?: number;
  /** It is then tried again without a press. */
  isByItself?: boolean;
  /** Stops the waiting. */
  onCancel?: () => void;
}): ReactElement {
  const [isShown, setIsShown] = useState(false);
  const { title, sentence, todo, reference } = describeError(error);
  const isWaiting = left > 0;
  const words = isByItself ? 'session.wait.by-itself' : 'session.wait.again';
  return (
    <>
      <ErrorMessage
        title={title}
        sentence={sentence}
        {...(isWaiting ? {} : { todo })}
        reference={reference}
        action={
          isWaiting ? (
            <>
              <span className={css['left']} aria-live="off">
                {t(words, { left: countdown(left) })}
              </span>
              {onCancel && (
                <Button look="link" onPress={onCancel}>
                  {t('action.cancel')}
                </Button>
              )}
            </>
          ) : (
            error.certificate && (
              <Button look="link" onPress={() => setIsShown(true)}>
                {t('server-certificate.show')}
              </Button>
            )
          )
        }
      />
      {isShown && <ServerCertificate error={error} onClose={() => setIsShown(false)} />}
    </>
  );
}
