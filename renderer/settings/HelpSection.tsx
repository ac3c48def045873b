import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import css from './SettingsPage.module.css';

/** The ways to what is wrong, and to the keys. */
export function HelpSection({
  onOpen,
}: {
  onOpen: (part: 'diagnostics' | 'shortcuts') => void;
}): ReactElement {
  return (
    <Section level="h2" title={t('settings.help')}>
      <p className={css['words']}>{t('settings.help.words')}</p>
      <div className={css['buttons']}>
        <Button onPress={() => onOpen('diagnostics')}>{t('settings.help.diagnostics')}</Button>
        <Button onPress={() => onOpen('shortcuts')}>{t('settings.help.shortcuts')}</Button>
      </div>
    </Section>
  );
}
