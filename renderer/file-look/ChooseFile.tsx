import type { ReactElement } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../ui/Button.tsx';
import type { ButtonProps } from '../ui/Button.tsx';

/** A button that asks the system for a file, or for several where they are taken. `endings` is what its dialog offers first. */
export function ChooseFile({
  endings,
  onChoose,
  onChooseSeveral,
  ...button
}: Omit<ButtonProps, 'onPress'> & {
  endings: readonly string[];
  onChoose: (file: File) => void;
  onChooseSeveral?: ((files: File[]) => void) | undefined;
}): ReactElement {
  return (
    <FileTrigger
      acceptedFileTypes={endings}
      allowsMultiple={onChooseSeveral !== undefined}
      onSelect={(list) => {
        const files = [...(list ?? [])];
        const [file] = files;
        if (files.length > 1) onChooseSeveral?.(files);
        else if (file) onChoose(file);
      }}
    >
      <Button {...button} />
    </FileTrigger>
  );
}
