import type { ReactElement } from 'react';
import { Heading } from 'react-aria-components';
import { ChooseFile } from '../../file-look/ChooseFile.tsx';
import { containerEndings, mostFiles } from '../../file-look/limits.ts';
import { t } from '../../text/text.ts';
import type { ItemStatus } from './item-status.ts';
import { QueueFoot } from './QueueFoot.tsx';
import { QueueLine } from './QueueLine.tsx';
import { addToQueue } from './queue.ts';
import type { OpenQueue, QueueItem } from './queue.store.ts';
import type from '../../styles/type.module.css';
import css from './Queue.module.css';
import add from '../add/AddCertificate.module.css';

/** The left side: every file with how far it is, what was left out and why, and the button that sends them. */
export function QueueList({
  queue: { items, leftOut, selected },
  lines,
  isSending,
}: {
  queue: OpenQueue;
  lines: readonly { item: QueueItem; status: ItemStatus }[];
  isSending: boolean;
}): ReactElement {
  return (
    <div className={add['form']}>
      <Heading slot="title" level={2} className={type['head'] ?? ''}>
        {t('queue.title')}
      </Heading>
      <div className={css['lists']}>
        <ul className={css['list']} aria-label={t('queue.list')}>
          {lines.map(({ item, status }) => (
            <QueueLine
              key={item.key}
              item={item}
              status={status}
              isSelected={item.key === selected}
            />
          ))}
        </ul>
        <div className={css['more']}>
          <ChooseFile
            size="small"
            icon="plus"
            endings={containerEndings}
            isDisabled={items.length >= mostFiles}
            onChoose={(file) => addToQueue([file])}
            onChooseSeveral={(files) => addToQueue(files)}
          >
            {t('queue.choose')}
          </ChooseFile>
          <span>{t('queue.choose.drop')}</span>
        </div>
        {leftOut.length > 0 && (
          <section className={css['left']} aria-labelledby="queue-left-out">
            <h3 id="queue-left-out">{t('queue.left', { count: leftOut.length })}</h3>
            <ul>
              {leftOut.map(({ name, why }, place) => (
                <li key={`${String(place)} ${name}`}>
                  <b>{name}</b> {why}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <QueueFoot statuses={lines.map(({ status }) => status)} isSending={isSending} />
    </div>
  );
}
