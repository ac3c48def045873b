import type { ReactElement } from 'react';
import type { Registration } from '../../preload/contract/account.ts';
import { copy } from '../copy.ts';
import { clockTime, dateAndTime } from '../text/format.ts';
import { sentences } from '../text/sentences.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/clock.ts';
import { openRegistration } from './registration.store.ts';
import { QrCode } from './QrCode.tsx';
import css from './RegisterDevice.module.css';

/** The QR code to scan with the new device, and the link to type there. */
export function WayIn({ offer }: { offer: Registration }): ReactElement {
  const { url, qrPayload, qrExpiresAt } = offer;
  const now = useNow();
  const isOver = qrExpiresAt !== null && now >= qrExpiresAt;
  if (url === null && qrPayload === null) return <p>{t('registration.no-way')}</p>;
  return (
    <div className={css['sides']}>
      {qrPayload !== null && (
        <div className={css['code']}>
          {isOver ? (
            <div className={css['over']}>
              <p>{t('registration.code.over')}</p>
              <Button size="small" onPress={() => void openRegistration()}>
                {t('registration.code.new')}
              </Button>
            </div>
          ) : (
            <QrCode text={qrPayload} label={t('registration.code')} />
          )}
        </div>
      )}
      <ol className={css['steps']}>
        {qrPayload !== null && (
          <li>
            <b>{t('registration.scan')}</b>
            <span>
              {sentences(
                t('registration.scan.more'),
                ...(qrExpiresAt !== null && !isOver
                  ? [t('registration.code.until', { time: untilWords(qrExpiresAt, now) })]
                  : []),
              )}
            </span>
          </li>
        )}
        {url !== null && (
          <li>
            <b>{t(qrPayload === null ? 'registration.open' : 'registration.or-open')}</b>
            <div className={css['link']}>
              <span>{url}</span>
              <Button
                size="small"
                icon="copy"
                onPress={() => void copy(url, t('registration.link'))}
              >
                {t('registration.copy')}
              </Button>
            </div>
          </li>
        )}
        <li>
          <b>{t('registration.sign-in')}</b>
          <span>
            {t(offer.pinOffered ? 'registration.sign-in.pin' : 'registration.sign-in.more')}
          </span>
        </li>
      </ol>
    </div>
  );
}

/** A time today, and a date with it on another day. */
function untilWords(at: number, now: number): string {
  return new Date(at).toDateString() === new Date(now).toDateString()
    ? clockTime(at)
    : dateAndTime(at, now);
}
