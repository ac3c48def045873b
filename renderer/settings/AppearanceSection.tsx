import type { ReactElement } from 'react';
import type { Preferences } from '../../preload/contract/app.ts';
import { setPreferences } from '../app.store.ts';
import { t } from '../text/text.ts';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import css from './SettingsPage.module.css';

const themes = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];

/** How the app looks, and in which language it speaks. */
export function AppearanceSection({
  preferences: { theme, language },
  systemLanguages,
}: {
  preferences: Preferences;
  systemLanguages: readonly string[];
}): ReactElement {
  return (
    <Section level="h2" title={t('settings.appearance')}>
      <div className={css['field']}>
        <Select
          label={t('settings.theme')}
          choices={themes.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
          value={theme}
          onChange={(chosen) => void setPreferences({ theme: chosen })}
        />
      </div>
      <div className={css['field']}>
        <LanguageSelect
          chosen={language}
          systemLanguages={systemLanguages}
          onChange={(chosen) => void setPreferences({ language: chosen })}
        />
      </div>
    </Section>
  );
}
