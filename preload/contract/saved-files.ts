import { z } from 'zod';

/** The forms in which a PKCS#12 container is written (main/pkcs12/strengths.ts). */
export const containerForm = z.enum(['modern', 'pbmac1', 'legacy']);
export type ContainerForm = z.infer<typeof containerForm>;

export const certificateFormat = z.enum(['pem', 'der']);
export type CertificateFormat = z.infer<typeof certificateFormat>;

/** Place of a key or a certificate in the file, as `inspection.ts` counts them; it holds 1024 at most. */
const place = z.number().int().min(0).max(1023);

export const strongCopyInput = z.strictObject({
  fileId: z.uuid(),
  newPassword: z.string().min(1).max(1024),
  form: containerForm,
  /** The person's certificate first, its issuers after it, and nothing that belongs to no key. */
  orderChain: z.boolean(),
  /** Which private key is kept; null keeps all. */
  keyIndex: place.nullable(),
});

export const exportCertificateInput = z.strictObject({
  fileId: z.uuid(),
  index: place,
  format: certificateFormat,
});

/** Where the person had it put: the file's name, never its folder. */
export const savedFile = z.strictObject({ saved: z.string().min(1).max(255) });
