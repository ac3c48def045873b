import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Section } from '../ui/Section.tsx';
import css from './SettingsPage.module.css';

/** Which version this is. */
export function AboutSection({ version }: { version: string }): ReactElement {
  return (
    <Section level="h2" title={t('settings.about')}>
      <p className={css['words']}>{t('settings.version', { version })}</p>
    </Section>
  );
}
