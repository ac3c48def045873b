import type { ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { sentences } from '../../text/sentences.ts';
import { describeError } from '../../text/errors.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';

/** Why nothing came of it, and that what the person has chosen and typed is still there. */
export function NotSent({ problem, kept }: { problem: AppError; kept: string }): ReactElement {
  const { title, sentence, todo, reference } = describeError(problem);
  return (
    <ErrorMessage
      title={title}
      sentence={sentences(sentence, kept)}
      todo={todo}
      reference={reference}
    />
  );
}
