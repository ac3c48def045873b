import { z } from 'zod';
import type { Certificate, CertificateType } from '../../../preload/contract/certificates.ts';
import { flag, optionalCount, optionalText, optionalTime, texts, token, wireId } from './text.ts';

type Purpose = CertificateType['purpose'];

const purposes: Record<string, Purpose> = {
  SIGNING: 'signing',
  ENCRYPTION: 'encryption',
  AUTHENTICATION: 'authentication',
};

const positive = (count: number | null): number | null => (count === 0 ? null : count);

/** A certificate type (portal-api.md 7.6); the admin's name for it is what the person sees. */
export const wireCertificateType: z.ZodType<CertificateType> = z
  .object({
    id: wireId,
    displayName: optionalText(),
    purpose: token,
    multiple: flag,
    deletePrivateKeyAfterDays: optionalCount,
    usedByConfigurations: optionalCount,
  })
  .transform((type) => ({
    id: type.id,
    name: type.displayName ?? type.id,
    purpose: Object.hasOwn(purposes, type.purpose) ? (purposes[type.purpose] ?? 'other') : 'other',
    multiple: type.multiple,
    deletesKeyAfterDays: positive(type.deletePrivateKeyAfterDays),
    usedByConfigurations: type.usedByConfigurations ?? 0,
  }));

const hexadecimal = optionalText(256).transform((text) => {
  const digits = (text ?? '').replaceAll(/[:\s]/gu, '').toLowerCase();
  return /^[0-9a-f]*$/u.test(digits) ? digits : '';
});

const fields = z.object({
  id: wireId,
  typeId: wireId,
  certificateName: optionalText(),
  subject: optionalText(4096),
  subjectEmail: texts(256),
  issuedBy: optionalText(),
  serialNumber: optionalText(),
  thumbprintSha256: hexadecimal,
  keyAlgorithm: optionalText(),
  keySize: optionalCount,
  keyUsage: texts(16),
  extendedKeyUsage: texts(128),
  notBefore: optionalTime,
  expirationDate: optionalTime,
  uploadedOn: optionalTime,
  fileName: optionalText(),
  description: optionalText(4096),
  hasPrivateKey: flag,
  privateKeyDeletesAt: optionalTime,
  repushedConfigurations: optionalCount,
});

/** A stored certificate as the portal tells of it, before its type is known. */
export const wireCertificate = fields.transform((wire, context) => {
  const { notBefore, expirationDate, uploadedOn } = wire;
  if (notBefore === null || expirationDate === null || uploadedOn === null) {
    context.addIssue({ code: 'custom', message: 'dates' });
    return z.NEVER;
  }
  return { ...wire, notBefore, expirationDate, uploadedOn };
});
export type WireCertificate = z.output<typeof wireCertificate>;

/** The portal's record in the contract's words; the purpose is that of its type. */
export function toCertificate(
  wire: WireCertificate,
  types: readonly CertificateType[],
): Certificate {
  const type = types.find(({ id }) => id === wire.typeId);
  return {
    id: wire.id,
    typeId: wire.typeId,
    name: wire.certificateName ?? type?.name ?? wire.typeId,
    purpose: type?.purpose ?? 'other',
    subject: wire.subject ?? '',
    emails: wire.subjectEmail,
    issuedBy: wire.issuedBy ?? '',
    serial: wire.serialNumber ?? '',
    thumbprintSha256: wire.thumbprintSha256,
    keyAlgorithm: wire.keyAlgorithm,
    keySize: positive(wire.keySize),
    keyUsage: wire.keyUsage,
    extendedKeyUsage: wire.extendedKeyUsage,
    notBefore: wire.notBefore,
    expiresAt: wire.expirationDate,
    uploadedAt: wire.uploadedOn,
    fileName: wire.fileName,
    description: wire.description,
    hasPrivateKey: wire.hasPrivateKey,
    keyDeletesAt: wire.privateKeyDeletesAt,
  };
}
