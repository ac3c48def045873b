import type { ReactElement } from 'react';
import type { Certificate, CertificateType } from '../../preload/contract/certificates.ts';
import { keyWords, usageWords } from '../file-look/algorithm-words.ts';
import { commaList } from '../text/comma-list.ts';
import { columnDate } from '../text/dates.ts';
import { FieldList } from '../file-look/FieldList.tsx';
import type { Field } from '../file-look/FieldList.tsx';
import { t } from '../text/text.ts';
import { useNow } from '../ui/clock.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { certificateState } from './certificate-state.ts';
import { CertificateStateWords } from './CertificateStateWords.tsx';

/** Everything that the portal tells of one certificate; each field can be copied. */
export function CertificateDetails({
  certificate,
  type,
  onClose,
}: {
  certificate: Certificate;
  /** Its type, null when the portal no longer offers it. */
  type: CertificateType | null;
  onClose: () => void;
}): ReactElement {
  const now = useNow();
  return (
    <Dialog
      title={certificate.name}
      lead={<CertificateStateWords state={certificateState(certificate, now)} />}
      isOpen
      onClose={onClose}
      width="wide"
      buttons={<Button onPress={onClose}>{t('certificates.details.close')}</Button>}
    >
      <FieldList fields={fieldsOf(certificate, type)} />
    </Dialog>
  );
}

/** Every field of a certificate, as the portal has it. */
export function fieldsOf(certificate: Certificate, type: CertificateType | null): (Field | null)[] {
  const { description, fileName, keyUsage, extendedKeyUsage } = certificate;
  const lines = (label: string, values: readonly (string | null)[]): Field => ({
    label,
    lines: values.filter((value) => value !== null).filter(Boolean),
  });
  const period = {
    from: columnDate(certificate.notBefore),
    to: columnDate(certificate.expiresAt),
  };
  return [
    lines(t('certificates.details.description'), [description]),
    lines(t('certificates.details.emails'), certificate.emails),
    lines(t('certificates.details.issuedBy'), [certificate.issuedBy]),
    lines(t('certificates.details.subject'), [certificate.subject]),
    lines(t('certificates.details.valid'), [t('certificates.details.period', period)]),
    lines(t('certificates.details.uploaded'), [columnDate(certificate.uploadedAt)]),
    lines(t('certificates.details.key'), [keyLine(certificate)]),
    lines(t('certificates.details.keyUsage'), [commaList(keyUsage)]),
    lines(t('certificates.details.extendedUsage'), [commaList(usageWords(extendedKeyUsage))]),
    type &&
      lines(t('certificates.details.usedBy'), [
        t('certificates.details.usedBy.count', { count: type.usedByConfigurations }),
      ]),
    lines(t('certificates.details.file'), [fileName]),
    {
      label: t('certificates.details.serial'),
      hex: certificate.serial.replaceAll(/[^0-9a-f]/giu, ''),
      size: 2,
    },
    { label: t('certificates.details.fingerprint'), hex: certificate.thumbprintSha256, size: 4 },
  ];
}

function keyLine({ keyAlgorithm, keySize, hasPrivateKey, keyDeletesAt }: Certificate): string {
  const algorithm =
    keyAlgorithm === null
      ? t('certificates.details.key.unknown')
      : keyWords({ algorithm: keyAlgorithm, bits: keySize, curve: null });
  if (!hasPrivateKey) return t('certificates.details.key.cleared', { algorithm });
  return keyDeletesAt === null
    ? t('certificates.details.key.kept', { algorithm })
    : t('certificates.details.key.deletes', { algorithm, date: columnDate(keyDeletesAt) });
}
