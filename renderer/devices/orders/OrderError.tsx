import type { ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { describeError } from '../../text/errors.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';

/** Why an order was not given, in the dialog that it was given from. */
export function OrderError({ error }: { error: AppError | null }): ReactElement | null {
  if (error === null) return null;
  const { title, sentence, todo, reference } = describeError(error);
  return <ErrorMessage title={title} sentence={sentence} todo={todo} reference={reference} />;
}
