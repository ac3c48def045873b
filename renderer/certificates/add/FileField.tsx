import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ChooseFile } from '../../file-look/ChooseFile.tsx';
import { containerEndings } from '../../file-look/limits.ts';
import type { Looking } from '../../file-look/looking.ts';
import { fileSize } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './FileField.module.css';

/** The file to upload: its name and size, and the button that asks for one. */
export function FileField({
  looking,
  isDisabled,
  onChoose,
  onChooseSeveral,
  label = t('add.file'),
  none = t('add.file.none'),
  end = t('add.file.drop'),
}: {
  looking: Looking;
  isDisabled: boolean;
  onChoose: (file: File) => void;
  /** Takes several at once; without it only one can be chosen. */
  onChooseSeveral?: (files: File[]) => void;
  label?: string;
  /** What stands in it without a file. */
  none?: string;
  /** What stands beside the button. */
  end?: ReactNode;
}): ReactElement {
  const id = useId();
  const file = chosen(looking);
  return (
    <fieldset className={css['field']} aria-labelledby={id}>
      <span id={id} className={css['label']}>
        {label}
      </span>
      <div className={css['box']} data-empty={file === null}>
        <Icon name="file" />
        <span className={css['name']} title={file?.name}>
          {file?.name ?? none}
        </span>
        {file?.size !== undefined && <span className={css['size']}>{fileSize(file.size)}</span>}
      </div>
      <div className={css['choose']}>
        <ChooseFile
          size="small"
          endings={containerEndings}
          isDisabled={isDisabled}
          onChoose={onChoose}
          onChooseSeveral={onChooseSeveral}
        >
          {t('add.file.choose')}
        </ChooseFile>
        <span>{end}</span>
      </div>
    </fieldset>
  );
}

function chosen(looking: Looking): { name: string; size?: number } | null {
  switch (looking.status) {
    case 'idle':
      return null;
    case 'reading':
      return looking;
    case 'refused':
      return looking.refusal;
    case 'held':
      return looking.file;
    default:
      return looking satisfies never;
  }
}
