import type { InspectedCertificate } from '../../preload/contract/inspection.ts';
import { commaList } from '../text/comma-list.ts';
import { t } from '../text/text.ts';
import { keyWords, signatureWords, usageWords } from '../file-look/algorithm-words.ts';
import { utcMoment } from '../text/dates.ts';
import type { Field } from '../file-look/FieldList.tsx';

/** The fields that are asked for most; the fingerprint last, as it is compared and not read. */
export function firstFields(certificate: InspectedCertificate): Field[] {
  const { issuer, publicKey, signatureAlgorithm, selfSigned } = certificate;
  const absent = [t('inspect.field.absent')];
  const issuerWords = commaList(
    [issuer.commonName, issuer.organization].filter((part) => part !== null),
  );
  return [
    {
      label: t('inspect.field.issuer'),
      lines: [selfSigned ? t('inspect.field.issuer.self') : issuerWords || issuer.text],
    },
    {
      label: t('inspect.field.key'),
      lines: [
        t('inspect.field.key.signature', {
          key: keyWords(publicKey),
          signature: signatureWords(signatureAlgorithm),
        }),
      ],
    },
    {
      label: t('inspect.field.keyUsage'),
      lines: certificate.keyUsage === null ? absent : [commaList(certificate.keyUsage)],
    },
    {
      label: t('inspect.field.extendedUsage'),
      lines:
        certificate.extendedKeyUsage === null
          ? absent
          : [commaList(usageWords(certificate.extendedKeyUsage))],
    },
    { label: t('inspect.field.serial'), hex: certificate.serial, size: 2 },
    { label: t('inspect.field.sha256'), hex: certificate.fingerprints.sha256, size: 4 },
  ];
}

/** Everything else that stands in the certificate or beside it in the file. */
export function otherFields(certificate: InspectedCertificate): (Field | null)[] {
  const { isCa, pathLength, friendlyName } = certificate;
  const authority = !isCa
    ? t('inspect.field.basic.no')
    : pathLength === null
      ? t('inspect.field.basic.ca')
      : t('inspect.field.basic.depth', { length: pathLength });
  const hex = (label: string, value: string | null): Field | null =>
    value === null ? null : { label, hex: value, size: 4 };
  return [
    { label: t('inspect.field.subject'), lines: [certificate.subject.text] },
    { label: t('inspect.field.issuerName'), lines: [certificate.issuer.text] },
    {
      label: t('inspect.field.period'),
      lines: [utcMoment(certificate.notBefore), utcMoment(certificate.notAfter)],
    },
    { label: t('inspect.field.names'), lines: certificate.subjectAlternativeNames },
    { label: t('inspect.field.basic'), lines: [authority] },
    { label: t('inspect.field.policies'), lines: certificate.policies },
    hex(t('inspect.field.sha1'), certificate.fingerprints.sha1),
    hex(t('inspect.field.publicKey'), certificate.publicKey.fingerprint),
    hex(t('inspect.field.subjectKeyId'), certificate.subjectKeyId),
    hex(t('inspect.field.authorityKeyId'), certificate.authorityKeyId),
    { label: t('inspect.field.crl'), lines: certificate.crlUrls },
    { label: t('inspect.field.ocsp'), lines: certificate.ocspUrls },
    { label: t('inspect.field.issuerUrls'), lines: certificate.issuerUrls },
    { label: t('inspect.field.friendlyName'), lines: friendlyName === null ? [] : [friendlyName] },
    hex(t('inspect.field.localKeyId'), certificate.localKeyId),
  ];
}
