import { useEffect } from 'react';
import type { ReactElement } from 'react';
import type { Device } from '../../preload/contract/devices.ts';
import { commaList } from '../text/comma-list.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { DeviceDrawing } from '../ui/DeviceDrawing.tsx';
import { State } from '../ui/State.tsx';
import { classNames } from '../ui/class-names.ts';
import { useNow } from '../ui/clock.ts';
import type from '../styles/type.module.css';
import { ActionStrip } from './ActionStrip.tsx';
import { CommandHistory } from './CommandHistory.tsx';
import { DeviceFacts } from './DeviceFacts.tsx';
import { LastCheckIn } from './LastCheckIn.tsx';
import { useCurrentCommands } from './use-current-commands.ts';
import { loadCommands } from './commands.store.ts';
import { factsLine, lockOf, shapeOf, stateOf } from './device-words.ts';
import { backToList } from './devices-view.store.ts';
import { MacPins } from './orders/MacPins.tsx';
import { MoreActions } from './orders/MoreActions.tsx';
import css from './DeviceDetail.module.css';

/** One device: how it stands, what can be done, what is under way, what IT sees. */
export function DeviceDetail({
  device,
  isNarrow,
}: {
  device: Device;
  isNarrow: boolean;
}): ReactElement {
  const { id } = device;
  const current = useCurrentCommands(device, useNow());
  const isLocked = current.some(({ type, state }) => type === 'lock' && state === 'done');
  // What waits is told by its timeline; the line under the name tells how the device stands without it.
  const state = stateOf({ ...device, pending: [] });
  const compliance = t('devices.state.compliant');

  useEffect(() => {
    void loadCommands(id);
  }, [id]);

  return (
    <article className={css['detail']} aria-label={device.name}>
      {isNarrow && (
        <h1 className={css['back']}>
          <Button look="link" icon="left" onPress={backToList}>
            {t('devices.back')}
          </Button>
        </h1>
      )}
      <header className={css['hero']}>
        <div>
          <h2 className={type['title']}>{device.name}</h2>
          <p className={classNames(type['lead'], type['muted'], css['facts'])}>
            {factsLine(device)}
          </p>
          <p className={css['state']}>
            <State icon={state.icon} tone={state.tone === 'dim' ? 'plain' : state.tone}>
              <b>{state.words}</b>
            </State>
            {device.compliance === 'compliant' && state.words !== compliance && (
              <State icon="passed">{compliance}</State>
            )}
            <LastCheckIn at={device.lastCheckIn} />
          </p>
          {device.violatedPolicies.length > 0 && (
            <p className={css['policies']}>
              {t('devices.state.not-compliant.policies', {
                policies: commaList(device.violatedPolicies),
              })}
            </p>
          )}
        </div>
        <div className={css['drawing']}>
          <DeviceDrawing shape={shapeOf(device)} size={104} lock={lockOf(device, isLocked)} />
        </div>
      </header>
      <ActionStrip device={device} />
      <div className={css['flow']}>
        <CommandHistory device={device} current={current} />
        <div className={css['known']}>
          <DeviceFacts device={device} />
          <MacPins device={device} />
          <MoreActions device={device} />
        </div>
      </div>
    </article>
  );
}
