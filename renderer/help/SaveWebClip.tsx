import { useState } from 'react';
import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import type { ButtonProps } from '../ui/Button.tsx';
import { WebClipDialog } from './WebClipDialog.tsx';
import { defaultPortal } from './default-portal.ts';

/** Offers the web clip, and opens its dialog. */
export function SaveWebClip({
  address,
  look = 'plain',
}: {
  /** The portal as far as it is known; null proposes where most portals answer. */
  address: string | null;
  look?: NonNullable<ButtonProps['look']>;
}): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look={look} onPress={() => setIsOpen(true)}>
        {t('help.clip.save')}
      </Button>
      {isOpen && (
        <WebClipDialog address={address ?? defaultPortal} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
