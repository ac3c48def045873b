import type { ReactElement } from 'react';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import { describeError } from '../../text/errors.ts';
import { sentences } from '../../text/sentences.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { AddInside } from '../add/AddInside.tsx';
import { TypeField } from '../add/TypeField.tsx';
import type { ItemStatus } from './item-status.ts';
import { chooseTypeOf } from './look.ts';
import { QueuePassword } from './QueuePassword.tsx';
import { tryAgain } from './queue.ts';
import { acknowledgeIn } from './queue.store.ts';
import type { QueueItem } from './queue.store.ts';
import css from './Queue.module.css';
import type from '../../styles/type.module.css';

/** The right side: type and password of the chosen file, what is in it, and what became of it. */
export function QueueItemView({
  line,
  types,
  others,
  sharesPassword,
}: {
  line: { item: QueueItem; status: ItemStatus } | null;
  types: readonly CertificateType[];
  /** How many other files wait for a password. */
  others: number;
  sharesPassword: boolean;
}): ReactElement {
  if (line === null) {
    return (
      <div className={css['empty']}>
        <EmptyState art="certificates" title={t('queue.empty')}>
          {t('queue.empty.more')}
        </EmptyState>
      </div>
    );
  }
  const { item, status } = line;
  const { key, name, looking, acknowledged, typeId } = item;
  const chosen = types.find(({ id }) => id === typeId) ?? null;
  if (status.kind === 'uploaded') {
    return (
      <div className={css['empty']}>
        <EmptyState art="certificates" title={t('certificates.uploaded.title', { name })}>
          {pushedWords(status.upload.repushed)}
        </EmptyState>
      </div>
    );
  }
  const isSending = status.kind === 'on-its-way';
  // A file that does not open says so itself, and has no use for a type.
  const isClosed = status.kind === 'here' && status.status.kind === 'failed';
  return (
    <>
      {!isClosed && <p className={type['subhead']}>{name}</p>}
      {status.kind === 'not-uploaded' && <NotUploaded status={status} itemKey={key} />}
      {!isClosed && (
        <div className={css['fields']}>
          <TypeField
            types={types}
            type={chosen}
            isDisabled={isSending}
            onChoose={(id) => chooseTypeOf(key, id)}
          />
          <QueuePassword item={item} others={others} sharesPassword={sharesPassword} />
        </div>
      )}
      <div>
        <AddInside
          choices={{
            acknowledged,
            onAcknowledge: (id, isRead) => acknowledgeIn(key, id, isRead),
            onChooseType: (id) => chooseTypeOf(key, id),
          }}
          looking={looking}
          types={types}
          isSending={isSending}
        />
      </div>
    </>
  );
}

function NotUploaded({
  status: { problem },
  itemKey,
}: {
  status: Extract<ItemStatus, { kind: 'not-uploaded' }>;
  itemKey: number;
}): ReactElement {
  const { title, sentence, todo, reference } = describeError(problem);
  return (
    <div className={css['problem']}>
      <ErrorMessage
        title={title}
        sentence={sentences(sentence, t('add.failed.kept'))}
        todo={todo}
        reference={reference}
        action={
          <Button size="small" onPress={() => void tryAgain(itemKey)}>
            {t('queue.retry')}
          </Button>
        }
      />
    </div>
  );
}

function pushedWords(repushed: number | null): string {
  return repushed === null
    ? t('certificates.uploaded.unknown')
    : t('certificates.uploaded.more', { count: repushed });
}
