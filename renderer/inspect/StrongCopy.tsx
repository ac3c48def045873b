import { useState } from 'react';
import type { ReactElement } from 'react';
import type { HeldFile } from '../../preload/contract/certificates.ts';
import type { Inspection } from '../../preload/contract/inspection.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { StrongCopyDialog } from './StrongCopyDialog.tsx';
import css from './StrongCopy.module.css';

/** The way to a copy of the file under another password and a better lock. */
export function StrongCopy(props: { file: HeldFile; inspection: Inspection }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={css['open']}>
      <Button icon="shield" onPress={() => setIsOpen(true)}>
        {t('strong.open')}
      </Button>
      {isOpen && <StrongCopyDialog {...props} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
