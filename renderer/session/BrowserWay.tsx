import type { ReactElement } from 'react';
import { Rich } from '../text/Rich.tsx';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { State } from '../ui/State.tsx';
import { cancelBrowser } from './session.store.ts';
import css from './SessionPage.module.css';

/** To sign in on the page of one's own organisation: the way there, and the waiting for the person to come back. */
export function BrowserWay({
  host,
  isWaiting,
  isBlocked,
}: {
  host: string;
  isWaiting: boolean;
  /** The portal has asked for a pause, which stands above. */
  isBlocked: boolean;
}): ReactElement {
  return (
    <>
      <p className={css['browser']}>
        <Rich of="session.browser.words" params={{ host }} />
      </p>
      {isWaiting ? (
        <div className={css['waiting']}>
          <State icon="clock">{t('session.browser.waiting')}</State>
          <span>{t('session.browser.waiting.words')}</span>
          <Button look="link" onPress={cancelBrowser}>
            {t('action.cancel')}
          </Button>
        </div>
      ) : (
        <div>
          <Button
            type="submit"
            look="primary"
            size="large"
            icon="open-outside"
            isDisabled={isBlocked}
          >
            {t('session.browser.submit')}
          </Button>
        </div>
      )}
    </>
  );
}
