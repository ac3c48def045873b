import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import type { Dragged } from './dragged.ts';
import { DropFacts } from './DropFacts.tsx';
import { KeyDrawing } from './KeyDrawing.tsx';
import type { Target } from './use-window-drop.ts';
import css from './Drop.module.css';

/** One target as large as the window: what letting go does, or why several files can't be taken here. */
export function DropPoster({
  dragged,
  takes,
}: {
  dragged: Dragged;
  takes: Target | 'both';
}): ReactElement {
  const isSeveral = dragged.kind === 'several';
  const addsSeveral = takes === 'both' || takes === 'add';
  // Both is never one target: several files are all that is told of then, and they can only be added.
  const target = takes === 'both' ? 'add' : takes;
  const words = isSeveral ? severalWords(dragged.count, addsSeveral) : t(`drop.${target}`);
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
        happens={
          isSeveral
            ? t(addsSeveral ? 'drop.happens.several.add' : 'drop.happens.several')
            : t(`drop.happens.${target}`)
        }
        takes={isSeveral ? target : takes}
      />
    </section>
  );
}

/** What letting go of several files does, in a few words. */
export function severalWords(count: number, canAdd: boolean): string {
  return canAdd ? t('drop.several.add', { count }) : t('drop.several');
}
