import type { ReactElement } from 'react';
import type { Session } from '../../preload/contract/session.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import type from '../styles/type.module.css';
import css from './SettingsPage.module.css';

/** Who is signed in where, and how long that lasts. */
export function SessionSection({
  session: { portal, account, secretStore },
  isSigningOut,
  onSignOut,
}: {
  session: Extract<Session, { status: 'signed-in' }>;
  isSigningOut: boolean;
  onSignOut: () => void;
}): ReactElement {
  return (
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
  );
}
