import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Tab, TabList, Tabs } from 'react-aria-components';
import { number } from '../text/format.ts';
import css from './FilterTabs.module.css';
import look from './tab.module.css';

/** Tabs that filter what stands below them; each with its count. */
export function FilterTabs<K extends string>({
  label,
  tabs,
  selected,
  onSelect,
  end,
  header,
  isReading = false,
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
  /** Nothing below can be pressed: the Tab key stops at it as a whole, so that it can be scrolled. */
  isReading?: boolean;
  children: ReactNode;
}): ReactElement {
  const panel = useId();
  const name = tabs.find(({ id }) => id === selected)?.label;
  return (
    <div className={css['tabs']}>
      <Tabs
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
                <Tab
                  id={tab.id}
                  className={look['tab'] ?? ''}
                  render={(props) =>
                    'href' in props ? (
                      <a {...props}>{props.children}</a>
                    ) : (
                      <div {...props} aria-controls={tab.id === selected ? panel : undefined} />
                    )
                  }
                >
                  {tab.label} <span className={css['count']}>{number(tab.count)}</span>
                </Tab>
              )}
            </TabList>
            {end && <div className={css['end']}>{end}</div>}
          </div>
        </header>
      </Tabs>
      {/* Not the library's panel: that one walks through all it holds whenever a row comes or goes. */}
      <div
        key={selected}
        role="tabpanel"
        id={panel}
        className={css['panel']}
        aria-label={name}
        {...(isReading ? { tabIndex: 0 } : {})}
      >
        {children}
      </div>
    </div>
  );
}
