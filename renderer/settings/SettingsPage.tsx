import type { ReactElement } from 'react';
import type { Preferences } from '../../preload/contract/app.ts';
import type { Session } from '../../preload/contract/session.ts';
import { setPreferences, useApp } from '../app.store.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import type from '../styles/type.module.css';
import css from './SettingsPage.module.css';

const themes = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];

/** How the app looks, who is signed in, and which version this is. */
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
  const { portal, account, secretStore } = session;
  return (
    <div className={css['page']}>
      <h1 className={type['title']}>{t('settings.title')}</h1>
      <Section level="h2" title={t('settings.appearance')}>
        <div className={css['field']}>
          <Select
            label={t('settings.theme')}
            choices={themes.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
            value={app.preferences.theme}
            onChange={(theme) => void setPreferences({ theme })}
          />
        </div>
      </Section>
      <Section level="h2" title={t('settings.session')}>
        <p className={css['words']}>
          {t('settings.signed-in', {
            portal: portal.tenantName ?? portal.address,
            user: account.displayName,
          })}{' '}
          <span className={type['muted']}>{t(`settings.kept.${secretStore}`)}</span>
        </p>
        <Button isPending={isSigningOut} onPress={onSignOut}>
          {t('settings.sign-out')}
        </Button>
      </Section>
      <Section level="h2" title={t('settings.about')}>
        <p className={css['words']}>{t('settings.version', { version: app.version })}</p>
      </Section>
    </div>
  );
}
