import { z } from 'zod';
import { epoch, id, search } from './envelope.ts';

const certificatePurpose = z.enum(['SIGNING', 'ENCRYPTION', 'AUTHENTICATION', 'OTHER']);

/** A kind of certificate that the administrators have set up (portal-api.md 7.6). */
export const certificateType = z.object({
  id,
  displayName: z.string(),
  purpose: certificatePurpose,
  multiple: z
    .boolean()
    .describe('False: while one that has not expired is there, another is refused (`TypeInUse`).'),
  deletePrivateKeyAfterDays: z.int().min(1).max(30).nullable(),
  usedByConfigurations: z.int().min(0),
});
export type CertificateType = z.infer<typeof certificateType>;

/** What is kept of an uploaded certificate; never the key, the file or its password. */
export const certificateFacts = z.object({
  id,
  typeId: id,
  subject: z.string(),
  subjectEmail: z.array(z.string()),
  issuedBy: z.string(),
  serialNumber: z.string(),
  thumbprintSha256: z.string(),
  keyAlgorithm: z.string(),
  keySize: z.int().nullable(),
  keyUsage: z.array(z.string()).describe('Empty where the certificate names none.'),
  extendedKeyUsage: z.array(z.string()).describe('Empty where the certificate names none.'),
  notBefore: epoch,
  expirationDate: epoch,
  uploadedOn: epoch,
  fileName: z.string().nullable(),
  description: z.string().nullable(),
  hasPrivateKey: z.boolean(),
  privateKeyDeletesAt: epoch.nullable(),
});
export type CertificateFacts = z.infer<typeof certificateFacts>;

/** A certificate as it is told (7.6): what is kept, with what follows from it and from the time. */
export const certificate = certificateFacts.extend({
  certificateName: z.string().describe('The display name of its type.'),
  state: z
    .enum(['VALID', 'EXPIRING', 'EXPIRED', 'NOT_YET_VALID'])
    .describe('EXPIRING from 30 days before the expiration date.'),
  repushedConfigurations: z
    .int()
    .min(0)
    .optional()
    .describe(
      'Only in the answer to an upload or an edit: how many configurations went out again.',
    ),
});
export type Certificate = z.infer<typeof certificate>;

/** `GET /ssp/certificate` */
export const certificateQuery = search([
  'certificateName',
  'issuedBy',
  'uploadedOn',
  'expirationDate',
]);

const file = z
  .file()
  .describe('The PKCS#12 file, `application/x-pkcs12`, of at most `maxFileBytes` bytes.');
const password = z.string().min(1).max(512).describe('Of the file. Used once and not kept.');
const description = z.string().max(1024);

/** `POST /ssp/certificate` */
export const uploadForm = z.object({
  typeId: z.coerce.number().int().positive(),
  certificate: file,
  password,
  description: description.optional(),
});

/** `PUT /ssp/certificate/{id}`; `certificate` and `password` come together. */
export const editForm = z.object({
  typeId: z.coerce.number().int().positive().optional(),
  certificate: file.optional(),
  password: password.optional(),
  description: description.optional(),
});
