import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { describeError } from '../text/errors.ts';
import { countdown } from '../text/countdown.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { ClockDrawing } from './ClockDrawing.tsx';
import { leaveNow, staySignedIn, useIdle } from './idle.store.ts';

const second = 1000;

function Warning({ endsAt }: { endsAt: number }): ReactElement {
  const [now, setNow] = useState(() => Date.now());
  const [work, setWork] = useState<'staying' | 'leaving' | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const words = error && describeError(error);

  useEffect(() => {
    const beat = setInterval(() => setNow(Date.now()), second);
    return () => clearInterval(beat);
  }, []);

  const during = async (
    kind: 'staying' | 'leaving',
    ask: () => Promise<AppError | null>,
  ): Promise<void> => {
    if (work !== null) return;
    setWork(kind);
    setError(null);
    const failed = await ask();
    setWork(null);
    setError(failed);
  };
  const stay = (): void => void during('staying', staySignedIn);

  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="small"
      onClose={stay}
      title={t('session.idle.title')}
      lead={t('session.idle.words', { left: countdown(endsAt - now) })}
      drawing={<ClockDrawing />}
      buttons={
        <>
          <Button isPending={work === 'leaving'} onPress={() => void during('leaving', leaveNow)}>
            {t('session.idle.leave')}
          </Button>
          <Button look="primary" isPending={work === 'staying'} onPress={stay}>
            {t('session.idle.stay')}
          </Button>
        </>
      }
    >
      {words && <ErrorMessage {...words} />}
    </Dialog>
  );
}

/** Asks whether somebody is still there, before the session ends by itself. Stands once in the app. */
export function IdleDialog(): ReactElement | null {
  const { endsAt } = useIdle();
  return endsAt === null ? null : <Warning key={endsAt} endsAt={endsAt} />;
}
