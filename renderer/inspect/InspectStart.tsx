import type { ReactElement } from 'react';
import { ChooseFile } from '../file-look/ChooseFile.tsx';
import { inspectEndings, inspectLimit } from '../file-look/limits.ts';
import { fileSize } from '../text/format.ts';
import { t } from '../text/text.ts';
import { classNames } from '../ui/class-names.ts';
import { LensDrawing } from '../ui/LensDrawing.tsx';
import { lookInside } from './inspect.store.ts';
import { RecentFiles } from './RecentFiles.tsx';
import type from '../styles/type.module.css';
import css from './InspectStart.module.css';

/** The page before there is a file: what it does, and the two ways to begin. */
export function InspectStart(): ReactElement {
  return (
    <>
      <h1 className={type['title']}>{t('inspect.title')}</h1>
      <div className={css['start']}>
        <LensDrawing className={css['lens']} />
        <div>
          <h2 className={type['subhead']}>{t('inspect.start.title')}</h2>
          <p className={type['muted']}>{t('inspect.start.more')}</p>
          <div className={css['choose']}>
            <ChooseFile
              look="primary"
              endings={inspectEndings}
              onChoose={(file) => void lookInside(file)}
            >
              {t('inspect.choose')}
            </ChooseFile>
          </div>
          <p className={classNames(type['small'], type['muted'])}>
            {t('inspect.start.takes', { limit: fileSize(inspectLimit) })}
          </p>
        </div>
      </div>
      <RecentFiles />
    </>
  );
}
