import type { ReactElement } from 'react';
import { t } from '../../text/text.ts';
import { FileWindow } from '../add/FileWindow.tsx';
import { useCertificates } from '../certificates.store.ts';
import { useUploads } from '../uploads.store.ts';
import { itemStatus } from './item-status.ts';
import { QueueItemView } from './QueueItemView.tsx';
import { QueueList } from './QueueList.tsx';
import { closeQueue } from './queue.ts';
import { useQueue } from './queue.store.ts';

/**
 * Several files at once: the list with how far each is at the left, the inside of the chosen one at the right.
 * Escape closes it, except while something is being sent.
 */
export function QueueWindow(): ReactElement | null {
  const queue = useQueue();
  const uploads = useUploads((state) => state.uploads);
  const certificates = useCertificates();
  if (queue.status === 'closed') return null;

  const types = certificates.status === 'ready' ? certificates.list.types : [];
  const lines = queue.items.map((item) => ({ item, status: itemStatus(item, uploads, types) }));
  const isSending = lines.some(({ status }) => status.kind === 'on-its-way');
  const waiting = lines.filter(
    ({ status }) => status.kind === 'here' && status.status.kind === 'password',
  );
  const selected = lines.find(({ item }) => item.key === queue.selected) ?? null;
  return (
    <FileWindow
      label={t('queue.title')}
      isBusy={isSending}
      onClose={closeQueue}
      form={<QueueList queue={queue} lines={lines} isSending={isSending} />}
      inside={
        <QueueItemView
          key={selected?.item.key ?? 'none'}
          line={selected}
          types={types}
          others={waiting.filter((line) => line !== selected).length}
          sharesPassword={queue.sharesPassword}
        />
      }
    />
  );
}
