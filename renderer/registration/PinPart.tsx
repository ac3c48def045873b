import { useEffect } from 'react';
import type { ReactElement } from 'react';
import type { Registration } from '../../preload/contract/account.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { OneTimePin } from '../../preload/contract/orders.ts';
import { describeError } from '../text/errors.ts';
import { dateAndTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { askForPin } from './registration.store.ts';
import css from './RegisterDevice.module.css';

/** A registration PIN, shown large: it is typed on another device. */
export function PinPart({
  offer,
  pin,
  isAsking,
  problem,
}: {
  offer: Registration;
  pin: OneTimePin | null;
  isAsking: boolean;
  problem: AppError | null;
}): ReactElement {
  const words = problem && describeError(problem);
  const shown = pin?.pin ?? null;

  useEffect(() => {
    if (shown !== null) announce(t('registration.pin.made', { pin: Array.from(shown).join(' ') }));
  }, [shown]);

  return (
    <section className={css['pin']}>
      <div className={css['pin-line']}>
        <div>
          <h3>{t('registration.pin')}</h3>
          {pin === null ? (
            <p className={css['more']}>{whatIsMade(offer)}</p>
          ) : (
            <>
              <p className={css['digits']}>{pin.pin}</p>
              <p className={css['more']}>
                {pin.expiresAt === null
                  ? t('registration.pin.once')
                  : t('registration.pin.until', { time: dateAndTime(pin.expiresAt) })}
              </p>
            </>
          )}
        </div>
        <Button isPending={isAsking} onPress={() => void askForPin()}>
          {t('registration.pin.new')}
        </Button>
      </div>
      {words && <ErrorMessage {...words} />}
    </section>
  );
}

function whatIsMade({ pinLength, pinLifetimeDays }: Registration): string {
  return pinLength === null || pinLifetimeDays === null
    ? t('registration.pin.what')
    : t('registration.pin.what-exactly', { length: pinLength, days: pinLifetimeDays });
}
