import { Suspense, lazy, useState } from 'react';
import type { ReactElement } from 'react';
import { useApp, useSession } from '../app.store.ts';
import { copyLines } from '../copy.ts';
import { commaList } from '../text/comma-list.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Section } from '../ui/Section.tsx';
import css from './About.module.css';

// Wanted seldom.
const Licences = lazy(async () => ({ default: (await import('./Licences.tsx')).Licences }));

/** Which version this is, for whom it works, on what; and whose work is in it. */
export function About(): ReactElement {
  const app = useApp((state) => (state.app.status === 'ready' ? state.app : null));
  const session = useSession();
  const [areLicencesShown, setAreLicencesShown] = useState(false);
  const portal =
    session?.status === 'signed-in'
      ? commaList([session.portal.tenantName, session.portal.address].flatMap((part) => part || []))
      : t('help.about.portal.none');
  const lines: readonly (readonly [string, string])[] = [
    [t('help.about.version'), app?.version ?? ''],
    [t('help.about.portal'), portal],
    [t('help.about.system'), t(`help.about.system.${app?.os ?? 'other'}`)],
  ];
  return (
    <div className={css['sheet']}>
      <section className={css['about']} aria-label={t('help.part.about')}>
        <Mark />
        <div>
          <h2>{t('app.name')}</h2>
          <dl className={css['lines']}>
            {lines.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Button
            size="small"
            icon="copy"
            onPress={() => void copyLines(lines, t('help.about.lines'))}
          >
            {t('help.about.copy')}
          </Button>
        </div>
      </section>
      <Section level="h2" title={t('help.licences')}>
        {areLicencesShown ? (
          <Suspense>
            <Licences />
          </Suspense>
        ) : (
          <div className={css['show']}>
            <Button onPress={() => setAreLicencesShown(true)}>{t('help.licences.show')}</Button>
          </div>
        )}
      </Section>
    </div>
  );
}
