import type { ReactElement } from 'react';
import type { InspectedCertificate } from '../../preload/contract/inspection.ts';
import { commaList } from '../text/comma-list.ts';
import { t } from '../text/text.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import { certificateName } from '../file-look/chain-steps.ts';
import { firstFields, otherFields } from './certificate-fields.ts';
import { FieldList } from '../file-look/FieldList.tsx';
import { Uses } from '../file-look/Uses.tsx';
import { SaveCertificate } from './SaveCertificate.tsx';
import { ValidityBar } from './ValidityBar.tsx';
import { validityScale } from './validity-scale.ts';
import type from '../styles/type.module.css';
import css from './CertificateCard.module.css';

/** One certificate: who it is for, what it does, its life on a scale, its fields. */
export function CertificateCard({
  fileId,
  certificate,
  now,
}: {
  fileId: string;
  certificate: InspectedCertificate;
  now: number;
}): ReactElement {
  const { notBefore, notAfter, emails } = certificate;
  const name = certificateName(certificate);
  const address = commaList(emails.filter((email) => email !== name));
  return (
    <article className={css['card']} aria-label={name}>
      <div className={css['top']}>
        <div>
          <h2 className={type['head']}>{name}</h2>
          {address !== '' && <p className={type['muted']}>{address}</p>}
        </div>
        <div className={css['end']}>
          <ValidityPill notBefore={notBefore} notAfter={notAfter} now={now} />
          <SaveCertificate fileId={fileId} index={certificate.index} name={name} />
        </div>
      </div>
      <div className={css['uses']}>
        <Uses certificate={certificate} />
      </div>
      <ValidityBar notBefore={notBefore} notAfter={notAfter} now={now} />
      <div className={css['fields']}>
        <FieldList fields={firstFields(certificate)} />
      </div>
      <div className={css['all']}>
        <Disclosure title={t('inspect.fields.all')}>
          <div className={css['rest']}>
            <FieldList fields={otherFields(certificate)} />
          </div>
        </Disclosure>
      </div>
    </article>
  );
}

function ValidityPill({
  notBefore,
  notAfter,
  now,
}: {
  notBefore: number;
  notAfter: number;
  now: number;
}): ReactElement {
  const { stands, daysLeft } = validityScale(notBefore, notAfter, now);
  const [tone, icon, words]: [string, IconName, string] =
    stands === 'after'
      ? ['danger', 'close', t('inspect.state.after')]
      : stands === 'before'
        ? ['plain', 'clock', t('inspect.state.before')]
        : daysLeft <= 30
          ? ['warning', 'warning', t('inspect.state.ending', { days: daysLeft })]
          : ['plain', 'passed', t('inspect.state.ok')];
  return (
    <span className={css['pill']} data-tone={tone}>
      <Icon name={icon} size={12} />
      {words}
    </span>
  );
}
