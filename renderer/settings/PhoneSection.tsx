import type { ReactElement } from 'react';
import type { Session } from '../../preload/contract/session.ts';
import { SaveWebClip } from '../help/SaveWebClip.tsx';
import { t } from '../text/text.ts';
import { Section } from '../ui/Section.tsx';
import css from './SettingsPage.module.css';

/** The portal on a phone's home screen; a demo on this computer can't be there. */
export function PhoneSection({
  portal: { address, isDemo },
}: {
  portal: Extract<Session, { status: 'signed-in' }>['portal'];
}): ReactElement {
  return (
    <Section level="h2" title={t('settings.clip')}>
      <p className={css['words']}>{isDemo ? t('help.clip.demo') : t('help.clip.words')}</p>
      {!isDemo && <SaveWebClip address={address} />}
    </Section>
  );
}
