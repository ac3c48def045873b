import type { ReactElement } from 'react';
import { dayInWords } from '../text/dates.ts';
import { sentences } from '../text/sentences.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import type { Headline } from './headline.ts';
import type from '../styles/type.module.css';

/** The sentence under the title: what is most urgent, what to do, and the link that begins it. */
export function HeadlineWords({
  headline,
  now,
  onRenew,
}: {
  headline: NonNullable<Headline>;
  now: number;
  /** Begins to add a certificate of this type. */
  onRenew: (typeId: string) => void;
}): ReactElement {
  const { certificate } = headline;
  const { fact, more, action } = words(headline, now);
  return (
    <p className={type['lead']}>
      <b>{fact}</b> <span className={type['muted']}>{more}</span>{' '}
      {action && (
        <Button look="link" onPress={() => onRenew(certificate.typeId)}>
          {action}
        </Button>
      )}
    </p>
  );
}

function words(
  headline: NonNullable<Headline>,
  now: number,
): { fact: string; more: string; action?: string } {
  const { name, purpose, expiresAt } = headline.certificate;
  const date = dayInWords(expiresAt, now);
  switch (headline.kind) {
    case 'ending': {
      const { days, more } = headline;
      const others = more === 0 ? [] : [t('certificates.headline.more', { count: more })];
      return {
        fact: t('certificates.headline.ending', { name, days }),
        more: sentences(t(`certificates.headline.ending.${purpose}`, { date }), ...others),
        action: t('certificates.headline.renew'),
      };
    }
    case 'ended':
      return {
        fact: t('certificates.headline.ended', { name, date }),
        more: t(`certificates.headline.ended.${purpose}`),
        action: t('certificates.headline.ended.action'),
      };
    case 'key-deleting':
      return {
        fact: t('certificates.headline.key-deleting', { name, days: headline.days }),
        more: t('certificates.headline.key-deleting.more'),
      };
    case 'calm':
      return {
        fact: t('certificates.headline.calm', { date }),
        more: t('certificates.headline.calm.more', { name }),
      };
    default:
      return headline satisfies never;
  }
}
