import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { cancelSignIn } from './session.store.ts';
import css from './SessionPage.module.css';

/** After so long a person wants to know that something is still going on, in ms (security.md 6). */
const patience = 3000;

/** Stands beside a sign-in that is under way, and says so once it takes long; it can be given up. */
export function SlowSignIn(): ReactElement | null {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true);
      announce(t('session.slow'));
    }, patience);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) return null;
  return (
    <div className={css['waiting']}>
      <span>{t('session.slow')}</span>
      <Button look="link" onPress={cancelSignIn}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}
