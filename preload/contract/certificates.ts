import { z } from 'zod';
import { appError } from './errors.ts';
import { inspectionResult, purpose } from './inspection.ts';
import { byteCount, epochMs, hex, line, paragraph, portalId } from './text.ts';

/** Largest file that is taken for upload, in bytes. The portal may ask for less. */
export const maxUploadBytes = 1_048_576;
/** Largest file that Inspect opens, in bytes. */
export const maxInspectBytes = 10_485_760;

export const certificateType = z.strictObject({
  id: portalId,
  name: line,
  purpose: z.enum(['signing', 'encryption', 'authentication', 'other']),
  /** More than one of this type may stand side by side. */
  multiple: z.boolean(),
  deletesKeyAfterDays: z.number().int().positive().nullable(),
  usedByConfigurations: z.number().int().nonnegative(),
});
export type CertificateType = z.infer<typeof certificateType>;

export const certificate = z.strictObject({
  id: portalId,
  typeId: portalId,
  name: line,
  purpose: z.enum(['signing', 'encryption', 'authentication', 'other']),
  subject: paragraph,
  emails: z.array(line).max(256),
  issuedBy: line,
  serial: line,
  thumbprintSha256: hex,
  keyAlgorithm: line.nullable(),
  keySize: z.number().int().positive().nullable(),
  keyUsage: z.array(line).max(16),
  extendedKeyUsage: z.array(line).max(128),
  notBefore: epochMs,
  expiresAt: epochMs,
  uploadedAt: epochMs,
  fileName: line.nullable(),
  description: paragraph.nullable(),
  hasPrivateKey: z.boolean(),
  /** When the server deletes the private key by itself. */
  keyDeletesAt: epochMs.nullable(),
});
export type Certificate = z.infer<typeof certificate>;

export const certificateList = z.strictObject({
  certificates: z.array(certificate).max(10_000),
  types: z.array(certificateType).max(256),
  fetchedAt: epochMs,
  stale: z.boolean(),
});
export type CertificateList = z.infer<typeof certificateList>;

/** A file that main holds in memory for the page; the page has a name for it and not its bytes. */
export const heldFile = z.strictObject({
  fileId: z.uuid(),
  name: line,
  size: byteCount,
});
export type HeldFile = z.infer<typeof heldFile>;

/** How many files main holds at once. */
export const maxHeldFiles = 32;

/** A file that main still holds when the page begins anew. */
export const keptFile = z.strictObject({
  ...heldFile.shape,
  /** It stands in the queue of those to be added; any other was let go of with the page that knew it. */
  isQueued: z.boolean(),
});
export type KeptFile = z.infer<typeof keptFile>;

export const openFileInput = z.strictObject({
  name: z.string().min(1).max(512),
  bytes: z.instanceof(Uint8Array).refine((b) => b.byteLength <= maxInspectBytes),
  /** One of several that are to be added. The same bytes twice in the queue are a `conflict`. */
  isQueued: z.boolean().optional(),
});

export const inspectInput = z.strictObject({
  fileId: z.uuid(),
  /** Null: try without one. Held by main, with the file, until the file is closed. */
  password: z.string().max(1024).nullable(),
  purpose,
});
export const inspectOutput = inspectionResult;

/** Look inside with the password that has opened a file before, this one or another; without one where none has. */
export const inspectWithInput = z.strictObject({
  fileId: z.uuid(),
  passwordOf: z.uuid(),
  purpose,
});

/** One upload. It lives in main and survives a reload of the page. */
export const upload = z.strictObject({
  id: z.uuid(),
  fileId: z.uuid(),
  /** It sends a file of the queue. */
  isQueued: z.boolean(),
  fileName: line,
  typeId: portalId,
  /** They go up one by one: `waiting` has its turn still to come. */
  state: z.enum(['waiting', 'sending', 'checking', 'done', 'failed', 'cancelled']),
  sentBytes: byteCount,
  totalBytes: byteCount,
  certificateId: portalId.nullable(),
  /** How many configurations the server pushed again. */
  repushed: z.number().int().nonnegative().nullable(),
  error: appError.nullable(),
});
export type Upload = z.infer<typeof upload>;

export const uploadInput = z.strictObject({
  fileId: z.uuid(),
  typeId: portalId,
  description: z.string().max(1024).optional(),
  /** Ids of the checks whose warnings the person has acknowledged. */
  acknowledged: z.array(z.string().max(64)).max(128),
});

/** What is absent stays. */
export const editInput = z.strictObject({
  certificateId: portalId,
  typeId: portalId.optional(),
  description: z.string().max(1024).optional(),
  /** Another file in the place of the one that is there; opened and checked as for an upload. */
  replacement: z
    .strictObject({
      fileId: z.uuid(),
      /** Ids of the checks whose warnings the person has acknowledged. */
      acknowledged: z.array(z.string().max(64)).max(128),
    })
    .optional(),
});

/** A certificate after a change of it. */
export const changedCertificate = z.strictObject({
  certificate,
  /** How many configurations the server pushed again; null where it does not say. */
  repushed: z.number().int().nonnegative().nullable(),
});
