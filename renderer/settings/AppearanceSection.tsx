import type { ReactElement } from 'react';
import type { Preferences } from '../../preload/contract/app.ts';
import { setPreferences } from '../app.store.ts';
import { t } from '../text/text.ts';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import css from './SettingsPage.module.css';

const themes = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];

/** How the app looks. */
export function AppearanceSection({ theme }: { theme: Preferences['theme'] }): ReactElement {
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
    </Section>
  );
}
