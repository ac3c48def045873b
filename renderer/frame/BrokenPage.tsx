import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import css from './Frame.module.css';

/** Stands in for a page whose drawing failed. */
export function BrokenPage({
  resetErrorBoundary,
}: {
  resetErrorBoundary: () => void;
}): ReactElement {
  return (
    <main className={css['quiet']}>
      <EmptyState
        art="failed"
        title={t('broken.title')}
        action={<Button onPress={resetErrorBoundary}>{t('broken.again')}</Button>}
      >
        {t('broken.words')}
      </EmptyState>
    </main>
  );
}
