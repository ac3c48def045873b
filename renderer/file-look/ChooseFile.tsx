import type { ReactElement } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../ui/Button.tsx';
import type { ButtonProps } from '../ui/Button.tsx';

/** A button that asks the system for one file. `endings` is what its dialog offers first. */
export function ChooseFile({
  endings,
  onChoose,
  ...button
}: Omit<ButtonProps, 'onPress'> & {
  endings: readonly string[];
  onChoose: (file: File) => void;
}): ReactElement {
  return (
    <FileTrigger
      acceptedFileTypes={endings}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) onChoose(file);
      }}
    >
      <Button {...button} />
    </FileTrigger>
  );
}
