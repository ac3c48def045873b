import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import type { Dragged } from './dragged.ts';
import { DropFacts } from './DropFacts.tsx';
import { KeyDrawing } from './KeyDrawing.tsx';
import type { Target } from './use-window-drop.ts';
import css from './Drop.module.css';

/** One target as large as the window: what letting go does, or why nothing can be done with several files. */
export function DropPoster({
  dragged,
  takes,
}: {
  dragged: Dragged;
  takes: Target | 'both';
}): ReactElement {
  const isSeveral = dragged.kind === 'several';
  // Both is never one target: several files are all that is told of then.
  const target = takes === 'both' ? 'look' : takes;
  const words = isSeveral ? t('drop.several') : t(`drop.${target}`);
  return (
    <section className={css['drop']} aria-label={t('drop.label')}>
      <div className={css['crop']} />
      <KeyDrawing className={css['key']} />
      <div>
        <p className={css['held']}>{t('drop.files', { count: isSeveral ? dragged.count : 1 })}</p>
        <p className={css['poster']}>{words}</p>
      </div>
      <div />
      <DropFacts
        happens={isSeveral ? t('drop.happens.several') : t(`drop.happens.${target}`)}
        takes={takes}
      />
    </section>
  );
}
