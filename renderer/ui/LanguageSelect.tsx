import type { ReactElement } from 'react';
import type { Language } from '../../preload/contract/app.ts';
import { languageNames, languages, languageToSpeak } from '../text/languages.ts';
import { t } from '../text/text.ts';
import { Select } from './Select.tsx';

/** The language of the app: first the system's, then each by its own name. `chosen` is null to follow the system. */
export function LanguageSelect({
  chosen,
  systemLanguages,
  onChange,
  isQuiet = false,
}: {
  chosen: Language | null;
  systemLanguages: readonly string[];
  onChange: (chosen: Language | null) => void;
  isQuiet?: boolean;
}): ReactElement {
  const language = languageNames[languageToSpeak(null, systemLanguages)];
  return (
    <Select
      label={t('settings.language')}
      isQuiet={isQuiet}
      choices={[
        { id: 'system', label: t('settings.language.system', { language }) },
        ...languages.map((id) => ({ id, label: languageNames[id], lang: id })),
      ]}
      value={chosen ?? 'system'}
      onChange={(id) => onChange(id === 'system' ? null : id)}
    />
  );
}
