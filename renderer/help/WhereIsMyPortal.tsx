import type { ReactElement } from 'react';
import { useSession } from '../app.store.ts';
import { copy } from '../copy.ts';
import { call } from '../portal.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { classNames } from '../ui/class-names.ts';
import type from '../styles/type.module.css';
import { SaveWebClip } from './SaveWebClip.tsx';
import { defaultPortal } from './default-portal.ts';
import css from './Help.module.css';

/** Where the address of the portal is to be found, and how it gets on a phone. */
export function WhereIsMyPortal(): ReactElement {
  const session = useSession();
  const portal = session?.status === 'signed-in' ? session.portal : null;
  return (
    <div className={css['column']}>
      {portal && !portal.isDemo && <p>{t('help.portal.mine', { portal: portal.address })}</p>}
      <p>{t('help.portal.invitation')}</p>
      <p>{t('help.portal.default')}</p>
      <p className={classNames(type['mono'], css['wide'])}>{defaultPortal}</p>
      <div className={css['buttons']}>
        <Button icon="copy" onPress={() => void copy(defaultPortal, t('help.portal.address'))}>
          {t('help.portal.copy')}
        </Button>
        <Button
          icon="open-outside"
          onPress={() => void call('app.openLink', { link: 'default-portal' })}
        >
          {t('help.portal.open')}
        </Button>
      </div>
      <p className={css['small']}>{t('help.portal.ask')}</p>
      <div className={css['wide']}>
        <Section level="h2" title={t('help.clip')}>
          <div className={classNames(css['column'], css['clip'])}>
            <p>{t('help.clip.words')}</p>
            <SaveWebClip address={portal && !portal.isDemo ? portal.address : null} />
          </div>
        </Section>
      </div>
    </div>
  );
}
