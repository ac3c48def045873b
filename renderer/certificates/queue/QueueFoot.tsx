import { useEffect, useId, useRef } from 'react';
import type { ReactElement } from 'react';
import { sentences } from '../../text/sentences.ts';
import { t } from '../../text/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { sumUp } from './item-status.ts';
import type { ItemStatus } from './item-status.ts';
import { sumWords } from './item-words.ts';
import { closeQueue, uploadReady } from './queue.ts';
import css from '../add/AddCertificate.module.css';

/** Upload for all that are ready, and the sentence that says how the whole queue stands. */
export function QueueFoot({
  statuses,
  isSending,
}: {
  statuses: readonly ItemStatus[];
  isSending: boolean;
}): ReactElement {
  const id = useId();
  const status = useRef<HTMLParagraphElement>(null);
  const sum = sumUp(statuses);
  const sentence = sumWords(sum);
  const untouched = sum.uploaded + sum.onTheirWay === 0;
  const more = [
    ...(untouched && statuses.length > 0 ? [t('queue.nothingSent')] : []),
    ...(isSending ? [t('queue.oneByOne')] : []),
  ];

  useEffect(() => {
    // While files are read or sent it changes too often to be of use to anybody who listens.
    if (sum.busy === 0 && !isSending) announce(sentence);
  }, [sentence, sum.busy, isSending]);

  return (
    <div className={css['foot']}>
      <div className={css['buttons']}>
        <Button
          look={sum.ready === 0 && sum.uploaded > 0 ? 'plain' : 'primary'}
          size="large"
          isDisabled={sum.ready === 0}
          aria-describedby={id}
          onPress={() => {
            // The button can't be pressed while they are sent, and what can't be pressed loses the focus.
            status.current?.focus();
            void uploadReady();
          }}
        >
          {t('queue.upload', { count: sum.ready })}
        </Button>
        {!isSending && (
          <Button
            size="large"
            look={sum.ready === 0 && sum.uploaded > 0 ? 'primary' : 'plain'}
            onPress={closeQueue}
          >
            {t('add.close')}
          </Button>
        )}
      </div>
      <p id={id} ref={status} tabIndex={-1} className={css['status']}>
        {sentences(sentence, ...more)}
      </p>
    </div>
  );
}
