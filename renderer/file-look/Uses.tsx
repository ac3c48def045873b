import type { ReactElement } from 'react';
import type { InspectedCertificate } from '../../preload/contract/inspection.ts';
import { t } from '../text/text.ts';
import type { IconName } from '../ui/icon-paths.ts';
import { State } from '../ui/State.tsx';
import { uses } from './uses.ts';
import type { Use, UseFound } from './uses.ts';
import css from './Uses.module.css';

const icons: Record<Use, IconName> = {
  'sign-mail': 'sign',
  'open-mail': 'mail',
  'sign-in': 'account',
  vouch: 'building',
  'identify-server': 'shield',
};

/** What a certificate does and, for mail, what it does not do, as words that a person knows. */
export function Uses({ certificate }: { certificate: InspectedCertificate }): ReactElement {
  return (
    <ul className={css['uses']}>
      {uses(certificate).map(({ use, does }) => (
        <li key={use}>
          <State icon={does ? icons[use] : 'refused'} tone={does ? 'plain' : 'dim'}>
            {wordsOf({ use, does })}
          </State>
        </li>
      ))}
    </ul>
  );
}

function wordsOf({ use, does }: UseFound): string {
  if (does) return t(`inspect.use.${use}`);
  return use === 'open-mail' ? t('inspect.use.open-mail.not') : t('inspect.use.sign-mail.not');
}
