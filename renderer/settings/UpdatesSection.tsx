import { useEffect } from 'react';
import type { ReactElement } from 'react';
import type { UpdateState } from '../../preload/contract/updates.ts';
import { dateAndTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Section } from '../ui/Section.tsx';
import {
  checkForUpdates,
  followUpdates,
  installUpdate,
  setAutomatic,
  useUpdates,
} from './updates.store.ts';
import css from './SettingsPage.module.css';

/** Whether there is a newer version. What goes wrong with it is said here and nowhere else. */
export function UpdatesSection(): ReactElement | null {
  const { state } = useUpdates();
  useEffect(followUpdates, []);
  if (state === null) return null;
  const host = 'host' in state ? state.host : null;
  const canAsk = state.status === 'waiting' || (state.status === 'off' && isSwitchedOff(state));
  return (
    <Section level="h2" title={t('updates.title')}>
      <output className={css['words']}>{words(state)}</output>
      {state.status === 'downloading' && (
        <ProgressBar
          label={t('updates.downloading.label', { version: state.version })}
          value={state.percent}
        />
      )}
      {state.status === 'ready' && (
        <Button look="primary" onPress={() => void installUpdate()}>
          {t('updates.install')}
        </Button>
      )}
      {canAsk && <Button onPress={() => void checkForUpdates()}>{t('updates.check')}</Button>}
      {host !== null && canAsk && (
        <Checkbox
          isSelected={state.status !== 'off'}
          onChange={(isOn) => void setAutomatic(isOn)}
          hint={t('updates.automatic.more', { host })}
        >
          {t('updates.automatic')}
        </Checkbox>
      )}
    </Section>
  );
}

const isSwitchedOff = (state: Extract<UpdateState, { status: 'off' }>): boolean =>
  state.because === 'switched-off';

function words(state: UpdateState): string {
  switch (state.status) {
    case 'off':
      return t(`updates.off.${state.because}`);
    case 'waiting':
      if (state.checkedAt === null) return t('updates.waiting');
      return t(state.didFail ? 'updates.failed' : 'updates.none', {
        when: dateAndTime(state.checkedAt),
      });
    case 'checking':
      return t('updates.checking', { host: state.host });
    case 'downloading':
      return t('updates.downloading', { version: state.version });
    case 'ready':
      return t('updates.ready', { version: state.version });
    default:
      return state satisfies never;
  }
}
