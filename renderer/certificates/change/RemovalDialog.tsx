import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { Certificate, CertificateType } from '../../../preload/contract/certificates.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { columnDate } from '../../text/dates.ts';
import { describeError } from '../../text/errors.ts';
import { Rich } from '../../text/Rich.tsx';
import { t } from '../../text/text.ts';
import { useNow } from '../../ui/clock.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { consequencesOf } from './consequences.ts';
import type { Removal } from './consequences.ts';
import { removeFrom } from './remove.ts';
import css from './RemovalDialog.module.css';

/** Clear Private Key or Delete Certificate: says what it means first, and does it when told to. */
export function RemovalDialog({
  removal,
  certificate,
  type,
  onClose,
}: {
  removal: Removal;
  certificate: Certificate;
  /** Its type, null when the portal no longer offers it. */
  type: CertificateType | null;
  onClose: () => void;
}): ReactElement {
  const list = useId();
  const now = useNow();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const words = error && describeError(error);
  const usedBy = type?.usedByConfigurations ?? null;
  const { name, issuedBy, expiresAt } = certificate;

  const remove = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    const failed = await removeFrom(removal, certificate);
    setIsBusy(false);
    if (failed === null) onClose();
    // Closing the question for the password is a change of mind and no failure.
    else if (failed.code !== 'cancelled') setError(failed);
  };

  return (
    <Dialog
      role="alertdialog"
      isOpen
      onClose={onClose}
      canClose={!isBusy}
      title={t(`change.${removal}.title`, { name })}
      lead={t('change.which', { issuer: issuedBy, date: columnDate(expiresAt) })}
      buttons={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            {t(`change.${removal}.keep`)}
          </Button>
          <Button
            look="danger-fill"
            isPending={isBusy}
            aria-describedby={list}
            onPress={() => void remove()}
          >
            {t(`change.${removal}.submit`)}
          </Button>
        </>
      }
    >
      <ul id={list} className={css['list']}>
        {consequencesOf(removal, certificate, usedBy, now).map(
          ({ icon, words: of, params = {}, isGrave = false }) => (
            <li key={of} className={isGrave ? css['grave'] : undefined}>
              <Icon name={icon} />
              <span>
                <Rich of={of} params={params} />
              </span>
            </li>
          ),
        )}
      </ul>
      {words && <ErrorMessage {...words} />}
    </Dialog>
  );
}
