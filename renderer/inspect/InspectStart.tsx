import type { ReactElement } from 'react';
import { fileSize } from '../text/format.ts';
import { t } from '../text/text.ts';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ChooseFile } from '../file-look/ChooseFile.tsx';
import { lookInside } from './inspect.store.ts';
import { inspectEndings, inspectLimit } from '../file-look/limits.ts';
import type from '../styles/type.module.css';
import css from './InspectPage.module.css';

/** The page before there is a file: what it does, and the two ways to begin. */
export function InspectStart(): ReactElement {
  return (
    <>
      <h1 className={type['title']}>{t('inspect.title')}</h1>
      <div className={css['start']}>
        <EmptyState
          art="search"
          title={t('inspect.start.title')}
          action={
            <ChooseFile
              look="primary"
              endings={inspectEndings}
              onChoose={(file) => void lookInside(file)}
            >
              {t('inspect.choose')}
            </ChooseFile>
          }
        >
          {t('inspect.start.more')}
        </EmptyState>
        <p className={classNames(type['small'], type['muted'], css['takes'])}>
          {t('inspect.start.takes', { limit: fileSize(inspectLimit) })}
        </p>
      </div>
    </>
  );
}
