import type { ReactElement } from 'react';
import type { InspectedCertificate, Inspection } from '../../../preload/contract/inspection.ts';
import { keyWords } from '../../file-look/algorithm-words.ts';
import { commaList } from '../../text/comma-list.ts';
import { calendarDays, columnDate } from '../../text/dates.ts';
import { Uses } from '../../file-look/Uses.tsx';
import { t } from '../../text/text.ts';
import { useNow } from '../../ui/clock.ts';
import css from './InsideFacts.module.css';

/** Whose it is, who vouches for it, how long it lasts, what it does, and its key. */
export function InsideFacts({
  inspection,
  certificate,
}: {
  inspection: Inspection;
  certificate: InspectedCertificate | null;
}): ReactElement {
  const now = useNow();
  return (
    <dl className={css['facts']}>
      {certificate && (
        <>
          <dt>{t('add.inside.emails')}</dt>
          <dd>{commaList(certificate.emails) || t('add.inside.noAddress')}</dd>
          <dt>{t('add.inside.issuer')}</dt>
          <dd>{issuerWords(certificate)}</dd>
          <dt>{t('add.inside.valid')}</dt>
          <dd>{validWords(certificate, now)}</dd>
          <dt>{t('add.inside.uses')}</dt>
          <dd>
            <Uses certificate={certificate} />
          </dd>
        </>
      )}
      <dt>{t('add.inside.key')}</dt>
      <dd>{keyLine(inspection, certificate)}</dd>
    </dl>
  );
}

function issuerWords({ issuer, selfSigned }: InspectedCertificate): string {
  return selfSigned
    ? t('add.inside.selfSigned')
    : (issuer.commonName ?? issuer.organization ?? issuer.text);
}

function validWords({ notBefore, notAfter }: InspectedCertificate, now: number): string {
  const dates = { from: columnDate(notBefore), to: columnDate(notAfter) };
  if (now < notBefore) {
    return t('add.inside.valid.before', { ...dates, days: calendarDays(now, notBefore) });
  }
  if (now > notAfter) return t('add.inside.valid.after', dates);
  return t('add.inside.valid.within', { ...dates, days: calendarDays(now, notAfter) });
}

function keyLine({ keys }: Inspection, certificate: InspectedCertificate | null): string {
  const own = keys.find((key) => certificate && key.fits?.includes(certificate.index)) ?? keys[0];
  if (own === undefined) return t('inspect.key.none');
  const key = keyWords(own);
  if (keys.length > 1) return t('inspect.key.several', { count: keys.length, key });
  if (own.fits === null) return t('inspect.key.one.unchecked', { key });
  const fits = certificate !== null && own.fits.includes(certificate.index);
  return fits ? t('inspect.key.one.fits', { key }) : t('inspect.key.one.foreign', { key });
}
