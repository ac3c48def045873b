import type { ReactElement } from 'react';
import { inspectLimit, mostFiles, uploadLimit } from '../file-look/limits.ts';
import { fileSize } from '../text/format.ts';
import { t } from '../text/text.ts';
import type { Target } from './use-window-drop.ts';
import css from './Drop.module.css';

/** Under the targets: what happens on letting go, what is taken, what is refused. */
export function DropFacts({
  happens,
  takes,
}: {
  happens: string;
  takes: Target | 'both';
}): ReactElement {
  const upload = fileSize(uploadLimit);
  const limits = { add: upload, replace: upload, look: fileSize(inspectLimit) };
  return (
    <div className={css['facts']}>
      <div>
        <h2>{t('drop.happens')}</h2>
        <p>{happens}</p>
      </div>
      <div>
        <h2>{t('drop.takes')}</h2>
        {takes === 'both' && (
          <>
            <p>{t('drop.takes.add')}</p>
            <p>{t('drop.takes.certificates')}</p>
          </>
        )}
        {(takes === 'add' || takes === 'replace') && <p>{t('drop.takes.addOnly')}</p>}
        {takes === 'look' && <p>{t('drop.takes.look')}</p>}
      </div>
      <div>
        <h2>{t('drop.refuses')}</h2>
        <p>
          {takes === 'both'
            ? t('drop.refuses.both', { ...limits, most: mostFiles })
            : t(takes === 'add' ? 'drop.refuses.add' : 'drop.refuses.one', {
                limit: limits[takes],
                most: mostFiles,
              })}
        </p>
      </div>
    </div>
  );
}
