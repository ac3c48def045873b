import type { ReactElement } from 'react';
import type { AppError, ShownCertificate } from '../../preload/contract/errors.ts';
import { copy } from '../copy.ts';
import { tlsTrouble } from '../text/error-reasons.ts';
import { longDate } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type from '../styles/type.module.css';
import css from './ServerCertificate.module.css';

/** `7056 C18F …`, in groups that can be read out. */
const fingerprint = (sha256: string): string =>
  (sha256.toUpperCase().match(/.{1,4}/gu) ?? []).join(' ');

function facts(error: AppError, shown: ShownCertificate): readonly (readonly [string, string])[] {
  const trouble = tlsTrouble(error);
  return [
    [
      t('server-certificate.wrong'),
      t(`server-certificate.wrong.${trouble === 'protocol' ? 'other' : trouble}`),
    ],
    [t('server-certificate.subject'), shown.subject],
    [t('server-certificate.issuer'), shown.issuer],
    [t('server-certificate.from'), longDate(shown.validFrom)],
    [t('server-certificate.until'), longDate(shown.validUntil)],
    [t('server-certificate.sha256'), fingerprint(shown.sha256)],
  ];
}

/**
 * What a server that is not trusted has shown, to be read to IT or copied for them. There is no way past it: nothing
 * has been sent there, and nothing will be.
 */
export function ServerCertificate({
  error,
  onClose,
}: {
  error: AppError;
  onClose: () => void;
}): ReactElement | null {
  const { certificate, host = '?' } = error;
  if (certificate === undefined) return null;
  const lines = facts(error, certificate);
  const all = [host, ...lines.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('server-certificate.title', { host })}
      lead={t('server-certificate.lead')}
      buttons={
        <>
          <Button icon="copy" onPress={() => void copy(all, t('server-certificate.what'))}>
            {t('server-certificate.copy')}
          </Button>
          <Button look="primary" onPress={onClose}>
            {t('server-certificate.close')}
          </Button>
        </>
      }
    >
      <dl className={css['facts']}>
        {lines.map(([name, value], place) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={place === lines.length - 1 ? type['mono'] : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
