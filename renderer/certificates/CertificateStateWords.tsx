import type { ReactElement } from 'react';
import { columnDate } from '../text/dates.ts';
import { t } from '../text/text.ts';
import type { IconName } from '../ui/icon-paths.ts';
import { State } from '../ui/State.tsx';
import type { CertificateState } from './certificate-state.ts';

const icons: Record<CertificateState['kind'], IconName> = {
  valid: 'passed',
  'not-yet-valid': 'clock',
  expiring: 'warning',
  'key-deleting': 'key',
  'key-cleared': 'key-off',
  expired: 'close',
  'expired-key-kept': 'close',
};

/** The state of a certificate as an icon and a word; coloured only when the person is needed. */
export function CertificateStateWords({ state }: { state: CertificateState }): ReactElement {
  const isUrgent = state.kind === 'expiring' || state.kind === 'key-deleting';
  return (
    <State icon={icons[state.kind]} tone={isUrgent ? 'warning' : 'dim'}>
      {stateWords(state)}
    </State>
  );
}

function stateWords(state: CertificateState): string {
  switch (state.kind) {
    case 'not-yet-valid':
      return t('certificates.state.not-yet-valid', { from: columnDate(state.from) });
    case 'expiring':
    case 'key-deleting':
      return t(`certificates.state.${state.kind}`, { days: state.days });
    case 'valid':
    case 'key-cleared':
    case 'expired':
    case 'expired-key-kept':
      return t(`certificates.state.${state.kind}`);
    default:
      return state satisfies never;
  }
}
