import type { ReactElement } from 'react';
import { t } from '../../text/text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { State } from '../../ui/State.tsx';
import { asksForPassword } from '../../file-look/failure-kinds.ts';
import { FilePassword } from '../add/FilePassword.tsx';
import { lookOf, queuePassword, tryPassword } from './look.ts';
import { goOnFrom } from './queue.ts';
import { sharePassword } from './queue.store.ts';
import type { QueueItem } from './queue.store.ts';
import css from './Queue.module.css';

/**
 * The password of one file of the queue. Its field goes as soon as the password has opened the file: from then on
 * main has it, and the page needs it no more.
 */
export function QueuePassword({
  item: { key, looking },
  others,
  sharesPassword,
}: {
  item: QueueItem;
  /** How many other files wait for a password. */
  others: number;
  sharesPassword: boolean;
}): ReactElement | null {
  const file = lookOf(key);
  if (file === null || looking.status !== 'held') return null;
  const { answer } = looking;
  if (answer.kind === 'opened') {
    return (
      <p className={css['opened']}>
        <State icon="check" tone="ok">
          {t(
            answer.inspection.protection.password === 'given'
              ? 'queue.opened'
              : 'add.password.none',
          )}
        </State>
      </p>
    );
  }
  if (answer.kind !== 'failed' || !asksForPassword(answer.failure.kind)) return null;
  return (
    <div>
      <FilePassword
        file={file}
        looking={looking}
        source={queuePassword}
        isFirst
        isDisabled={false}
        onTry={() => void tryPassword(key).then(() => goOnFrom(key))}
      />
      {others > 0 && (
        <div className={css['share']}>
          <Checkbox isSelected={sharesPassword} onChange={sharePassword}>
            {t('queue.share')}
          </Checkbox>
        </div>
      )}
    </div>
  );
}
