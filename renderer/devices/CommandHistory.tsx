import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Command, Device } from '../../preload/contract/devices.ts';
import { describeError } from '../text/errors.ts';
import { dateAndTime, duration, exactTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Section } from '../ui/Section.tsx';
import { State } from '../ui/State.tsx';
import { CommandTimeline } from './CommandTimeline.tsx';
import { loadCommands, useCommands } from './commands.store.ts';
import { showLost } from './devices-view.store.ts';
import { CancelCommand } from './orders/CancelCommand.tsx';
import css from './CommandHistory.module.css';

/** How many earlier commands stand there before all are asked for. */
const few = 3;

function Ended({ command }: { command: Command }): ReactElement {
  const { state, sentAt, requestedAt, completedAt } = command;
  switch (state) {
    case 'done':
      return (
        <State icon="passed" tone="dim">
          {completedAt === null
            ? t('devices.earlier.done')
            : t('devices.earlier.done-after', {
                duration: duration(completedAt - (sentAt ?? requestedAt)),
              })}
        </State>
      );
    case 'failed':
      return (
        <State icon="error" tone="danger">
          {t('devices.earlier.failed')}
        </State>
      );
    case 'cancelled':
      return (
        <State icon="close" tone="dim">
          {t('devices.earlier.cancelled')}
        </State>
      );
    case 'expired':
      return (
        <State icon="clock" tone="dim">
          {t('devices.earlier.expired')}
        </State>
      );
    case 'queued':
    case 'sent':
    case 'device-busy':
    case 'unknown':
      return (
        <State icon="clock" tone="live">
          {t('devices.earlier.waiting')}
        </State>
      );
    default:
      return state satisfies never;
  }
}

/** In the room that was kept for the first commands: the line on which they will stand. */
function NoneYet(): ReactElement {
  return (
    <div className={css['none']}>
      <svg viewBox="0 0 10 66" width="10" height="66" aria-hidden="true">
        <path d="M5 10v18M5 38v18" />
        {[5, 33, 61].map((y) => (
          <circle key={y} cx="5" cy={y} r="4.25" />
        ))}
      </svg>
      <p>
        <b>{t('devices.earlier.none')}</b>
        <span>{t('devices.earlier.none.more')}</span>
      </p>
    </div>
  );
}

/** What is under way on a device, as timelines, and what was before, as a list; first of all, the way to the guide. */
export function CommandHistory({
  device,
  current,
}: {
  device: Device;
  current: readonly Command[];
}): ReactElement {
  const known = useCommands(({ byDevice }) => byDevice[device.id]);
  const [areAllShown, setAreAllShown] = useState(false);
  const shownAbove = new Set(current.map(({ id }) => id));
  const earlier = (known?.commands ?? []).filter(({ id }) => !shownAbove.has(id));
  const total = Math.max(known?.total ?? 0, known?.commands.length ?? 0);
  const shown = areAllShown ? earlier : earlier.slice(0, few);
  const words = known?.error && describeError(known.error);

  const showAll = (): void => {
    setAreAllShown(true);
    if (known && known.commands.length < known.total) {
      void loadCommands(device.id, known.commands.length);
    }
  };

  const lost = (
    <Button look="link" onPress={() => showLost(device.id)}>
      {t('devices.lost.link')}
    </Button>
  );

  return (
    <div className={css['history']}>
      {current.map((command, place) => (
        <Section
          key={command.id}
          title={t(`devices.command.${command.type}`)}
          end={place === 0 && lost}
        >
          <CommandTimeline command={command} device={device} />
          <CancelCommand command={command} />
        </Section>
      ))}
      <Section
        title={t('devices.earlier')}
        end={
          <span className={css['ends']}>
            {current.length === 0 && lost}
            {total - current.length > few && !areAllShown && (
              <Button look="link" onPress={showAll}>
                {t('devices.earlier.all', { count: total })}
              </Button>
            )}
          </span>
        }
      >
        {words && <ErrorMessage {...words} />}
        {shown.length > 0 ? (
          <ul className={css['log']}>
            {shown.map((command) => (
              <li key={command.id}>
                <time title={exactTime(command.requestedAt)}>
                  {dateAndTime(command.requestedAt)}
                </time>
                <span>{t(`devices.command.${command.type}`)}</span>
                <Ended command={command} />
              </li>
            ))}
          </ul>
        ) : (
          !words &&
          (known?.reading === false ? (
            <NoneYet />
          ) : (
            <p className={css['loading']}>{t('devices.earlier.loading')}</p>
          ))
        )}
      </Section>
    </div>
  );
}
