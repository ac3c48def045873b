import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { ChooseFile } from '../file-look/ChooseFile.tsx';
import { closeInspected, lookInside } from './inspect.store.ts';
import { inspectEndings } from '../file-look/limits.ts';
import type from '../styles/type.module.css';
import css from './InspectPage.module.css';

/** The name of the file, a line about it, and the way to another one. */
export function OpenedBar({ name, line }: { name: string; line: string | null }): ReactElement {
  return (
    <div className={css['bar']}>
      <div>
        <h1 className={type['title']}>{name}</h1>
        {line !== null && <p className={css['line']}>{line}</p>}
      </div>
      <Button onPress={closeInspected}>{t('inspect.close')}</Button>
      <ChooseFile endings={inspectEndings} onChoose={(file) => void lookInside(file)}>
        {t('inspect.another')}
      </ChooseFile>
    </div>
  );
}
