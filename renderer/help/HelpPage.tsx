import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { t } from '../text/text.ts';
import type from '../styles/type.module.css';
import { About } from './About.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { ShortcutList } from './ShortcutList.tsx';
import { WhereIsMyPortal } from './WhereIsMyPortal.tsx';
import { helpParts, turnTo, useHelp } from './help.store.ts';
import type { HelpPart } from './help.store.ts';
import look from '../ui/tab.module.css';
import css from './Help.module.css';

const contents: Record<HelpPart, () => ReactElement> = {
  portal: WhereIsMyPortal,
  shortcuts: ShortcutList,
  diagnostics: Diagnostics,
  about: About,
};

/** Help: where the portal is, the keys, what is wrong, and what this is. Works signed out and offline. */
export function HelpPage(): ReactElement {
  const { part } = useHelp();
  const Shown = contents[part];
  return (
    <div className={css['page']}>
      <h1 className={type['title']}>{t('help.title')}</h1>
      <Tabs
        className={css['tabs'] ?? ''}
        selectedKey={part}
        onSelectionChange={(key) => {
          const chosen = helpParts.find((one) => one === key);
          if (chosen) turnTo(chosen);
        }}
      >
        <TabList aria-label={t('help.parts')} className={css['list'] ?? ''}>
          {helpParts.map((one) => (
            <Tab key={one} id={one} className={look['tab'] ?? ''}>
              {t(`help.part.${one}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel key={part} id={part} className={css['panel'] ?? ''}>
          <Shown />
        </TabPanel>
      </Tabs>
    </div>
  );
}
