import type { ReactElement, ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { number } from '../text/format.ts';
import css from './FilterTabs.module.css';

/** Tabs that filter what stands below them; each with its count. */
export function FilterTabs<K extends string>({
  label,
  tabs,
  selected,
  onSelect,
  end,
  header,
  children,
}: {
  label: string;
  tabs: readonly { id: K; label: string; count: number }[];
  selected: K;
  onSelect: (id: K) => void;
  /** Stands at the right end of the line, such as the order. */
  end?: ReactNode;
  /** Stands above the tabs, within the same rule. */
  header?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <Tabs
      className={css['tabs'] ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((candidate) => candidate.id === key);
        if (tab) onSelect(tab.id);
      }}
    >
      <header className={css['top']}>
        {header}
        <div className={css['bar']}>
          <TabList aria-label={label} className={css['list'] ?? ''} items={tabs}>
            {(tab) => (
              <Tab id={tab.id} className={css['tab'] ?? ''}>
                {tab.label} <span className={css['count']}>{number(tab.count)}</span>
              </Tab>
            )}
          </TabList>
          {end && <div className={css['end']}>{end}</div>}
        </div>
      </header>
      {/* A panel keeps the id that it was made with, and its tab would point to none. */}
      <TabPanel key={selected} id={selected} className={css['panel'] ?? ''}>
        {children}
      </TabPanel>
    </Tabs>
  );
}
