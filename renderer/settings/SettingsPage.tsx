import type { ReactElement } from 'react';
import type { Session } from '../../preload/contract/session.ts';
import { useApp } from '../app.store.ts';
import { openHelp } from '../help/help.store.ts';
import { t } from '../text/text.ts';
import type from '../styles/type.module.css';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { HelpSection } from './HelpSection.tsx';
import { NotificationsSection } from './NotificationsSection.tsx';
import { PhoneSection } from './PhoneSection.tsx';
import { SessionSection } from './SessionSection.tsx';
import { UpdatesSection } from './UpdatesSection.tsx';
import css from './SettingsPage.module.css';

/** What a person can set: one section a file, one line here for each. */
export function SettingsPage({
  session,
  isSigningOut,
  onSignOut,
}: {
  session: Extract<Session, { status: 'signed-in' }>;
  isSigningOut: boolean;
  onSignOut: () => void;
}): ReactElement | null {
  const { app } = useApp();
  if (app.status !== 'ready') return null;
  return (
    <div className={css['page']}>
      <h1 className={type['title']}>{t('settings.title')}</h1>
      <AppearanceSection preferences={app.preferences} systemLanguages={app.systemLanguages} />
      <NotificationsSection notifyOrders={app.preferences.notifyOrders} />
      <SessionSection session={session} isSigningOut={isSigningOut} onSignOut={onSignOut} />
      <PhoneSection portal={session.portal} />
      <UpdatesSection />
      <HelpSection onOpen={openHelp} />
      <AboutSection version={app.version} onOpen={() => openHelp('about')} />
    </div>
  );
}
