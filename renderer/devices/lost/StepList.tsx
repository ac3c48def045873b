import type { ReactElement } from 'react';
import { Button, VisuallyHidden } from 'react-aria-components';
import type { Device } from '../../../preload/contract/devices.ts';
import { t } from '../../text/text.ts';
import type { LostStep } from './lost.store.ts';
import type { StepState } from './step-state.ts';
import { stepTitle } from './step-title.ts';
import css from './Lost.module.css';

/** The four steps on a line, each with how it stands. Any of them can be gone to. */
export function StepList({
  device,
  states,
  current,
  onGo,
}: {
  device: Device;
  states: readonly (StepState & { step: LostStep })[];
  current: LostStep;
  onGo: (step: LostStep) => void;
}): ReactElement {
  return (
    <nav aria-label={t('devices.lost.steps')}>
      <ol className={css['steps']}>
        {states.map(({ step, look, words }) => (
          <li key={step} data-look={look} data-current={step === current}>
            <Button
              className={css['step'] ?? ''}
              {...(step === current ? { 'aria-current': 'step' as const } : {})}
              onPress={() => onGo(step)}
            >
              <span className={css['name']}>{stepTitle(step, device)}</span>{' '}
              <span className={css['state']}>{words}</span>
            </Button>
            {look === 'done' && <VisuallyHidden>{t('devices.step.done')}</VisuallyHidden>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
