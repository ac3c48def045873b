import type { ReactElement } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { fileSize, percent } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { itemWords } from './item-words.ts';
import type { ItemStatus } from './item-status.ts';
import { cancelItem } from './queue.ts';
import { selectItem } from './queue.store.ts';
import type { QueueItem } from './queue.store.ts';
import css from './Queue.module.css';

/** One file of the queue: pressed to see its inside, and taken out or stopped by the button at its end. */
export function QueueLine({
  item: { key, name, size },
  status,
  isSelected,
}: {
  item: QueueItem;
  status: ItemStatus;
  isSelected: boolean;
}): ReactElement {
  const { icon, tone, words } = itemWords(status);
  const isRunning = status.kind === 'on-its-way';
  return (
    <li className={css['line']} data-selected={isSelected}>
      <PlainButton
        className={css['file'] ?? ''}
        aria-current={isSelected}
        onPress={() => selectItem(key)}
      >
        <span className={css['name']} title={name}>
          {name}
        </span>
        <span className={css['state']}>
          <State icon={icon} tone={tone}>
            {words}
          </State>
        </span>
        <span className={css['size']}>{endWords(status) ?? fileSize(size)}</span>
      </PlainButton>
      {status.kind !== 'uploaded' && (
        <Button
          look="quiet"
          size="small"
          icon={isRunning ? 'close' : 'bin'}
          aria-label={t(isRunning ? 'queue.cancel' : 'queue.remove', { name })}
          onPress={() => cancelItem(key)}
        />
      )}
      {isRunning && status.upload.state === 'sending' && (
        <span
          className={css['run']}
          style={{ width: percent(shareOf(status.upload)) }}
          aria-hidden="true"
        />
      )}
    </li>
  );
}

function endWords(status: ItemStatus): string | null {
  if (status.kind !== 'on-its-way' || status.upload.state !== 'sending') return null;
  return percent(shareOf(status.upload));
}

function shareOf({ sentBytes, totalBytes }: { sentBytes: number; totalBytes: number }): number {
  return totalBytes === 0 ? 0 : sentBytes / totalBytes;
}
