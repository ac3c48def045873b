import type { ReactElement } from 'react';
import type { Command, Device } from '../../preload/contract/devices.ts';
import { clockTime, exactTime, shortDate } from '../text/format.ts';
import { t } from '../text/text.ts';
import { useNow } from '../ui/clock.ts';
import { commandSteps } from './command-steps.ts';
import type { Step } from './command-steps.ts';
import css from './CommandTimeline.module.css';

function When({ step, now }: { step: Step; now: number }): ReactElement {
  if (step.at === null) return <span>{step.look === 'now' ? t('devices.step.now') : ''}</span>;
  const isToday = new Date(step.at).toDateString() === new Date(now).toDateString();
  return (
    <time dateTime={new Date(step.at).toISOString()} title={exactTime(step.at)}>
      {isToday ? clockTime(step.at) : shortDate(step.at, now)}
    </time>
  );
}

/** How far a command has come: stations on a line, times at the left, words at the right. */
export function CommandTimeline({
  command,
  device,
}: {
  command: Command;
  device: Device;
}): ReactElement {
  const now = useNow();
  return (
    <ol className={css['line']} aria-live="polite">
      {commandSteps(command, device).map((step) => (
        <li
          key={step.id}
          data-look={step.look}
          aria-current={step.look === 'now' ? 'step' : undefined}
        >
          <div className={css['when']}>
            <When step={step} now={now} />
          </div>
          <span className={css['station']} />
          <div>
            <div className={css['name']}>{step.name}</div>
            <div className={css['words']}>{step.words}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
