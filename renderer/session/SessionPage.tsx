import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Session } from '../../preload/contract/session.ts';
import { setPreferences, useApp } from '../app.store.ts';
import { t } from '../text/text.ts';
import { KeyBlade } from '../ui/Bitting.tsx';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { Mark } from '../ui/Mark.tsx';
import { shownAddress } from './AddressField.tsx';
import { ForgottenForm } from './ForgottenForm.tsx';
import { OtherWays } from './OtherWays.tsx';
import { forgetError } from './session.store.ts';
import { SignInForm } from './SignInForm.tsx';
import css from './SessionPage.module.css';

/** The key beside the form is cut from this: a drawing of what the app is about, of no real key. */
const drawnKey = '7c659ea48';

/** Where a person signs in, or finds another way in. */
export function SessionPage({
  session,
  onInspect,
}: {
  session: Extract<Session, { status: 'signed-out' }>;
  onInspect: (() => void) | null;
}): ReactElement {
  const [address, setAddress] = useState(shownAddress(session.lastAddress ?? ''));
  const [username, setUsername] = useState(session.lastUsername ?? '');
  const [isForgotten, setIsForgotten] = useState(false);
  const { app } = useApp();
  const whoever = { address, onAddress: setAddress, username, onUsername: setUsername };
  return (
    <main className={css['page']}>
      <section className={css['left']} aria-label={t('session.title')}>
        <div className={css['brand']}>
          <Mark />
          <span>{t('app.name')}</span>
        </div>
        {isForgotten ? (
          <ForgottenForm {...whoever} onBack={() => setIsForgotten(false)} />
        ) : (
          <SignInForm
            session={session}
            {...whoever}
            onForgotten={() => {
              forgetError();
              setIsForgotten(true);
            }}
          />
        )}
        {app.status === 'ready' && (
          <div className={css['foot']}>
            <LanguageSelect
              isQuiet
              chosen={app.preferences.language}
              systemLanguages={app.systemLanguages}
              onChange={(language) => void setPreferences({ language })}
            />
            <p>{t('session.version', { version: app.version })}</p>
          </div>
        )}
      </section>
      <section className={css['right']} aria-label={t('session.other-ways')}>
        <div className={css['plate']}>
          <KeyBlade fingerprint={drawnKey} />
        </div>
        <OtherWays onAddress={setAddress} onInspect={onInspect} />
      </section>
    </main>
  );
}
