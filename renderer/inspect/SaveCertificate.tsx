import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { saveCertificate } from './save-file.ts';

/** Saves the certificate that is shown by itself, as PEM or DER. */
export function SaveCertificate({
  fileId,
  index,
  name,
}: {
  fileId: string;
  index: number;
  /** Of the certificate; what the button's own name says more than its word. */
  name: string;
}): ReactElement {
  return (
    <Menu
      label={t('export.label', { name })}
      trigger={
        <Button size="small" icon="save" aria-label={t('export.label', { name })}>
          {t('export.open')}
        </Button>
      }
      entries={(['pem', 'der'] as const).map((format) => ({
        id: format,
        label: t(`export.${format}`),
        more: t(`export.${format}.more`),
        icon: 'file',
        onChoose: () => void saveCertificate({ fileId, index, format }),
      }))}
    />
  );
}
