import type { ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { describeError } from '../text/errors.ts';
import { sentences } from '../text/sentences.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** A page whose content could not be had, and of which there is none from before. */
export function LoadFailed({
  problem,
  onRetry,
}: {
  problem: AppError;
  onRetry: () => void;
}): ReactElement {
  const { title, sentence, todo, reference } = describeError(problem);
  return (
    <EmptyState
      art="failed"
      title={title}
      reference={reference}
      action={<Button onPress={onRetry}>{t('action.try-again')}</Button>}
    >
      {sentences(sentence, todo)}
    </EmptyState>
  );
}
