import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Session } from '../../preload/contract/session.ts';
import { setPreferences, useApp } from '../app.store.ts';
import { t } from '../text/text.ts';
import { KeyBlade } from '../ui/Bitting.tsx';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { Mark } from '../ui/Mark.tsx';
import { shownAddress } from './AddressField.tsx';
import { OtherWays } from './OtherWays.tsx';
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
  const { app } = useApp();
  return (
    <main className={css['page']}>
      <section className={css['left']} aria-label={t('session.title')}>
        <div className={css['brand']}>
          <Mark />
          <span>{t('app.name')}</span>
        </div>
        <SignInForm session={session} address={address} onAddress={setAddress} />
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
