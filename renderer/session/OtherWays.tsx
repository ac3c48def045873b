import { useId } from 'react';
import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { SaveWebClip } from '../help/SaveWebClip.tsx';
import { defaultPortal } from '../help/default-portal.ts';
import { openHelp } from '../help/help.store.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { classNames } from '../ui/class-names.ts';
import type from '../styles/type.module.css';
import { shownAddress } from './AddressField.tsx';
import { probe, useProbe } from './probe.store.ts';
import { tryDemo, useSessionWork } from './session.store.ts';
import css from './SessionPage.module.css';

const shownDefault = shownAddress(defaultPortal);

function Way({
  title,
  words,
  isBusy = false,
  onPress,
}: {
  title: string;
  words: string;
  isBusy?: boolean;
  onPress: () => void;
}): ReactElement {
  const id = useId();
  return (
    <li className={css['way']}>
      <h2 className={type['subhead']}>
        <AriaButton
          className={css['wayButton'] ?? ''}
          aria-describedby={id}
          isPending={isBusy}
          onPress={onPress}
        >
          {title}
        </AriaButton>
      </h2>
      <Icon name={isBusy ? 'clock' : 'right'} />
      <p id={id}>{words}</p>
    </li>
  );
}

/** What a person without an address, an account or a network can do from the sign-in page. */
export function OtherWays({
  onAddress,
  onInspect,
}: {
  onAddress: (address: string) => void;
  /** Null where there is no page to inspect a file on. */
  onInspect: (() => void) | null;
}): ReactElement {
  const { work } = useSessionWork();
  const { probe: found } = useProbe();
  const foundAddress =
    found.status === 'found' && found.portal.address.startsWith('https:')
      ? found.portal.address
      : null;
  return (
    <ul className={css['ways']}>
      <li>
        <Disclosure look="large" title={t('session.where.title')} isOpenAtFirst>
          <p className={css['words']}>{t('session.where.words')}</p>
          <p className={classNames(type['mono'], css['address'])}>{shownDefault}</p>
          <div className={css['links']}>
            <Button
              look="link"
              onPress={() => {
                onAddress(shownDefault);
                void probe(shownDefault);
              }}
            >
              {t('session.where.use')}
            </Button>
            <SaveWebClip look="link" address={foundAddress} />
            <Button look="link" onPress={() => openHelp('portal')}>
              {t('session.where.more')}
            </Button>
          </div>
        </Disclosure>
      </li>
      <Way
        title={t('session.demo.title')}
        words={work === 'starting-demo' ? t('session.demo.starting') : t('session.demo.words')}
        isBusy={work === 'starting-demo'}
        onPress={() => void tryDemo()}
      />
      {onInspect && (
        <Way
          title={t('session.inspect.title')}
          words={t('session.inspect.words')}
          onPress={onInspect}
        />
      )}
    </ul>
  );
}
