import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names.ts';
import type from '../styles/type.module.css';
import css from './Dialog.module.css';

export type DialogProps = {
  /** Verb and thing: what pressing the last button does. */
  title: string;
  lead?: ReactNode;
  /** Stands at the right of the title. */
  drawing?: ReactNode;
  children?: ReactNode;
  /** Left end of the foot. */
  footNote?: ReactNode;
  buttons: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** False while something is under way that closing would lose. */
  canClose?: boolean;
  width?: 'small' | 'medium' | 'wide';
  /** `alertdialog` for what can't be undone. */
  role?: 'dialog' | 'alertdialog';
};

/**
 * A window over the page. Focus goes in, stays in, and goes back to where it was; Escape closes it.
 * In a short window its air goes and its buttons stay.
 */
export function Dialog({
  title,
  lead,
  drawing,
  children,
  footNote,
  buttons,
  isOpen,
  onClose,
  canClose = true,
  width = 'medium',
  role = 'dialog',
}: DialogProps): ReactElement {
  return (
    <ModalOverlay
      className={css['scrim'] ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isKeyboardDismissDisabled={!canClose}
      data-needs-corner
    >
      <Modal className={classNames(css['window'], css[width])}>
        <AriaDialog role={role} className={css['dialog'] ?? ''}>
          <header className={css['top']}>
            <div>
              <Heading slot="title" level={2} className={type['title'] ?? ''}>
                {title}
              </Heading>
              {lead && <p className={classNames(type['lead'], type['muted'])}>{lead}</p>}
            </div>
            {drawing}
          </header>
          {children && <div className={css['body']}>{children}</div>}
          <footer className={css['foot']}>
            <div className={css['note']}>{footNote}</div>
            <div className={css['buttons']}>{buttons}</div>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
