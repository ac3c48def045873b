import type { ReactElement } from 'react';
import { useApp } from '../app.store.ts';
import { t } from '../text/text.ts';
import { Section } from '../ui/Section.tsx';
import { keyNames } from './keys.ts';
import { shortcutGroups } from './shortcut-groups.ts';
import css from './ShortcutList.module.css';

/** The keys of one shortcut, drawn as keys. */
function Keys({ keys, isMac }: { keys: string; isMac: boolean }): ReactElement {
  return (
    <kbd className={css['keys']}>
      {keyNames(keys, isMac).map((name) => (
        <kbd key={name} className={css['key']}>
          {name}
        </kbd>
      ))}
    </kbd>
  );
}

/** Every key that does something, as this platform has them. */
export function ShortcutList(): ReactElement {
  const isMac = useApp(({ app }) => app.status === 'ready' && app.os === 'macos');
  return (
    <div className={css['groups']}>
      {shortcutGroups(isMac).map(({ id, title, lines }) => (
        <Section key={id} level="h2" title={title}>
          <dl className={css['lines']}>
            {lines.map((line) => (
              <div key={line.id}>
                <dt>{line.words}</dt>
                <dd>
                  {line.keys.map((keys, place) => (
                    <span key={keys}>
                      {place > 0 && <span className={css['or']}>{t('help.key.or')}</span>}
                      <Keys keys={keys} isMac={isMac} />
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
    </div>
  );
}
