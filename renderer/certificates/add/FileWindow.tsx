import type { ReactElement, ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import css from './AddCertificate.module.css';

/**
 * The window in which files are made certificates: what is asked at the left, what is inside at the right. Escape
 * closes it, except while something is on its way.
 */
export function FileWindow({
  label,
  isBusy,
  onClose,
  form,
  inside,
}: {
  label: string;
  isBusy: boolean;
  onClose: () => void;
  form: ReactNode;
  inside: ReactNode;
}): ReactElement {
  return (
    <ModalOverlay
      className={css['scrim'] ?? ''}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      isKeyboardDismissDisabled={isBusy}
      data-needs-corner
    >
      <Modal className={css['window'] ?? ''}>
        <Dialog className={css['dialog'] ?? ''} aria-label={label}>
          {form}
          <div className={css['inside']}>{inside}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
