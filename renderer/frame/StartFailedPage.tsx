import type { ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import css from './Frame.module.css';

/** The app could not say how it stands, so there is nothing to draw yet. */
export function StartFailedPage({
  error,
  onTryAgain,
}: {
  error: AppError;
  onTryAgain: () => void;
}): ReactElement {
  const words = describeError(error);
  return (
    <main className={css['quiet']}>
      <EmptyState
        art="failed"
        title={words.title}
        action={<Button onPress={onTryAgain}>{t('action.try-again')}</Button>}
        reference={words.reference}
      >
        {words.sentence}
      </EmptyState>
    </main>
  );
}
