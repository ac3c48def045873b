import { useState } from 'react';
import type { ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { clearActivity } from './activity.store.ts';

/** Clear activity: says what goes and what does not, and does it when told to. */
export function ClearActivity({
  count,
  onClose,
}: {
  /** How many entries there are. */
  count: number;
  onClose: () => void;
}): ReactElement {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const failed = error && describeError(error);

  const clear = async (): Promise<void> => {
    setIsBusy(true);
    const problem = await clearActivity();
    setIsBusy(false);
    setError(problem);
    if (problem === null) onClose();
  };

  return (
    <Dialog
      role="alertdialog"
      width="small"
      isOpen
      onClose={onClose}
      canClose={!isBusy}
      title={t('activity.clear.title')}
      lead={t('activity.clear.lead', { count })}
      buttons={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            {t('activity.clear.keep')}
          </Button>
          <Button look="danger-fill" isPending={isBusy} onPress={() => void clear()}>
            {t('activity.clear')}
          </Button>
        </>
      }
    >
      <p>{t('activity.clear.words')}</p>
      {failed && (
        <ErrorMessage
          title={failed.title}
          sentence={failed.sentence}
          todo={failed.todo}
          reference={failed.reference}
        />
      )}
    </Dialog>
  );
}
