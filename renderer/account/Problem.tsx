import type { ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { describeError } from '../text/errors.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';

/** Why a change was not made; nothing when it was, or when the person has changed their mind. */
export function Problem({ error }: { error: AppError | null }): ReactElement | null {
  if (error === null || error.code === 'cancelled') return null;
  const { title, sentence, todo, reference } = describeError(error);
  return <ErrorMessage title={title} sentence={sentence} todo={todo} reference={reference} />;
}
