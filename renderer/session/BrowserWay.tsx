import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { State } from '../ui/State.tsx';
import { cancelSignIn } from './session.store.ts';
import css from './SessionPage.module.css';

/** The way to the page of one's own organisation, and the waiting for the person to come back from there. */
export function BrowserWay({
  isWaiting,
  isBlocked,
}: {
  isWaiting: boolean;
  /** The portal has asked for a pause, which stands above. */
  isBlocked: boolean;
}): ReactElement {
  return isWaiting ? (
    <div className={css['waiting']}>
      <State icon="clock">{t('session.browser.waiting')}</State>
      <span>{t('session.browser.waiting.words')}</span>
      <Button look="link" onPress={cancelSignIn}>
        {t('action.cancel')}
      </Button>
    </div>
  ) : (
    <div>
      <Button type="submit" look="primary" size="large" icon="open-outside" isDisabled={isBlocked}>
        {t('session.browser.submit')}
      </Button>
    </div>
  );
}
