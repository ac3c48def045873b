import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { DropFacts } from './DropFacts.tsx';
import { KeyDrawing } from './KeyDrawing.tsx';
import { LensDrawing } from '../ui/LensDrawing.tsx';
import type { Target } from './use-window-drop.ts';
import css from './Drop.module.css';

/** Two targets side by side: add the file, or only look inside. The one under the pointer stands out. */
export function TwoTargets({ target }: { target: Target }): ReactElement {
  return (
    <section className={css['drop']} data-two="true" aria-label={t('drop.label')}>
      <div className={css['targets']}>
        <div className={css['target']} data-on={target === 'add'}>
          <div className={css['crop']} />
          <KeyDrawing className={css['first']} />
          <h2>{t('drop.target.add')}</h2>
          <p>{t('drop.target.add.more')}</p>
        </div>
        <div className={css['target']} data-on={target === 'look'}>
          <div className={css['crop']} />
          <LensDrawing className={css['second']} />
          <h2>{t('drop.target.look')}</h2>
          <p>{t('drop.target.look.more')}</p>
        </div>
      </div>
      <DropFacts happens={t('drop.happens.add')} takes="both" />
    </section>
  );
}
