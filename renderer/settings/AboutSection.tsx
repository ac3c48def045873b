import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import css from './SettingsPage.module.css';

/** Which version this is, and the way to whose work is in it. */
export function AboutSection({
  version,
  onOpen,
}: {
  version: string;
  onOpen: () => void;
}): ReactElement {
  return (
    <Section level="h2" title={t('settings.about')}>
      <p className={css['words']}>{t('settings.version', { version })}</p>
      <Button onPress={onOpen}>{t('settings.about.more')}</Button>
    </Section>
  );
}
