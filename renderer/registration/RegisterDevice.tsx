import type { ReactElement, ReactNode } from 'react';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { hasRoom, roomWords } from './room.ts';
import { closeRegistration, openRegistration, useRegistration } from './registration.store.ts';
import type { Registering } from './registration.store.ts';
import { PinPart } from './PinPart.tsx';
import { WayIn } from './WayIn.tsx';
import css from './RegisterDevice.module.css';

type Shown = Exclude<Registering, { status: 'closed' }>;

/** Register another device: the code and the link that lead the new device in, a PIN, and how many are left. */
export function RegisterDevice(): ReactElement | null {
  const registering = useRegistration();
  if (registering.status === 'closed') return null;
  return (
    <Dialog
      isOpen
      onClose={closeRegistration}
      width="wide"
      title={t('registration.title')}
      lead={leadOf(registering)}
      buttons={<Button onPress={closeRegistration}>{t('registration.close')}</Button>}
    >
      <div className={css['body']}>{bodyOf(registering)}</div>
    </Dialog>
  );
}

function leadOf(registering: Shown): ReactNode {
  return registering.status === 'ready' ? roomWords(registering.offer) : t('registration.lead');
}

function bodyOf(registering: Shown): ReactElement {
  switch (registering.status) {
    case 'loading':
      return (
        <div className={css['sides']} aria-busy="true">
          <Skeleton width={184} height={184} />
          <div className={css['loading']}>
            <Skeleton width="80%" />
            <Skeleton width="60%" />
          </div>
        </div>
      );
    case 'failed': {
      const { title, sentence, todo, reference } = describeError(registering.problem);
      return (
        <ErrorMessage
          title={title}
          sentence={sentence}
          todo={todo}
          reference={reference}
          action={
            <Button size="small" onPress={() => void openRegistration()}>
              {t('action.try-again')}
            </Button>
          }
        />
      );
    }
    case 'ready':
      return hasRoom(registering.offer) ? (
        <>
          <WayIn offer={registering.offer} />
          {registering.offer.pinOffered && <PinPart {...registering} />}
        </>
      ) : (
        <p>{t('registration.full.more')}</p>
      );
    default:
      return registering satisfies never;
  }
}
