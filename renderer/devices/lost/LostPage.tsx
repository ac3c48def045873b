import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Command, Device } from '../../../preload/contract/devices.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { DeviceDrawing } from '../../ui/DeviceDrawing.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/clock.ts';
import type from '../../styles/type.module.css';
import { loadCommands, useCommands } from '../commands.store.ts';
import { nounOf, shapeOf } from '../device-words.ts';
import { leaveLost } from '../devices-view.store.ts';
import { innerPageKeys } from '../../ui/page-keys.ts';
import { bindKeys, useKeys } from '../../ui/use-keys.ts';
import { FindStep } from './FindStep.tsx';
import { LockStep } from './LockStep.tsx';
import { StepList } from './StepList.tsx';
import { TellStep } from './TellStep.tsx';
import { WipeStep } from './WipeStep.tsx';
import { forgetLost, goToStep, lostSteps, useProgress } from './lost.store.ts';
import type { LostStep, Progress } from './lost.store.ts';
import { stepState } from './step-state.ts';
import { stepTitle } from './step-title.ts';
import css from './Lost.module.css';

const none: readonly Command[] = [];

function bodyOf(device: Device, { step, toldAt }: Progress): ReactElement {
  switch (step) {
    case 'find':
      return <FindStep device={device} />;
    case 'lock':
      return <LockStep device={device} />;
    case 'tell':
      return <TellStep device={device} toldAt={toldAt} />;
    case 'wipe':
      return <WipeStep device={device} />;
    default:
      return step satisfies never;
  }
}

/** The lost-device guide: four steps, the gentle ones first, and where the person was when they come back. */
export function LostPage({ device }: { device: Device }): ReactElement {
  const { id, name } = device;
  const now = useNow();
  const progress = useProgress(id);
  const known = useCommands(({ byDevice }) => byDevice[id]?.commands ?? none);
  const page = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLHeadingElement>(null);
  const { step } = progress;
  const next = lostSteps[lostSteps.indexOf(step) + 1];
  useKeys(bindKeys(innerPageKeys, { leave: leaveLost }));

  // What was pressed to come here is gone, and the focus with it.
  useEffect(() => page.current?.focus(), []);
  useEffect(() => void loadCommands(id), [id]);

  const go = (to: LostStep): void => {
    goToStep(id, to);
    panel.current?.focus();
  };
  const finish = (): void => {
    forgetLost(id);
    leaveLost();
  };

  return (
    <div className={css['page']} ref={page} tabIndex={-1}>
      <div className={css['back']}>
        <Button look="link" icon="left" onPress={leaveLost}>
          {name}
        </Button>
      </div>
      <header className={css['head']}>
        <div>
          <h1 className={type['title']}>{t('devices.lost.title', { device: name })}</h1>
          <p className={classNames(type['lead'], type['muted'])}>{t('devices.lost.lead')}</p>
        </div>
        <DeviceDrawing shape={shapeOf(device)} size={72} />
      </header>
      <div className={css['guide']}>
        <StepList
          device={device}
          current={step}
          states={lostSteps.map((one) => ({
            step: one,
            ...stepState(one, device, known, progress, now),
          }))}
          onGo={go}
        />
        <section className={css['panel']} aria-labelledby="lost-step">
          <h2 id="lost-step" ref={panel} tabIndex={-1} className={type['subhead']}>
            {stepTitle(step, device)}
          </h2>
          {bodyOf(device, progress)}
          <footer className={css['foot']}>
            {next && (
              <Button onPress={() => go(next)}>
                {t('devices.lost.next', { step: stepTitle(next, device) })}
              </Button>
            )}
            <Button look="link" onPress={finish}>
              {t('devices.lost.back', { noun: nounOf(device) })}
            </Button>
          </footer>
        </section>
      </div>
    </div>
  );
}
