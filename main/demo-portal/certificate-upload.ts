import { demandFitting, openFile } from './certificate-file.ts';
import type { CertificateContent } from './certificate-file.ts';
import { validity } from './certificate-rules.ts';
import type { Portal } from './portal.ts';
import { refuse, refuseField } from './refusal.ts';
import type { CertificateType } from './schema/certificate.ts';
import type { AccountRecord, CertificateRecord } from './state.ts';

const day = 86_400_000;

/** A file that was opened and meets every rule. */
export type AcceptedFile = { bytes: Uint8Array<ArrayBuffer>; content: CertificateContent };

/** @throws Refusal `Pattern` when there is no such type */
export function findType(portal: Portal, id: number): CertificateType {
  const type = portal.state.types.find((entry) => entry.id === id);
  if (type === undefined) throw refuseField('Pattern', 'typeId', 'is not one of the types');
  return type;
}

/**
 * Whether a type that allows one certificate still has room for this one.
 * @param except id of the certificate that is being edited, 0 for a new one
 * @throws Refusal `TypeInUse` when another that has not expired is there
 */
export function demandFree(
  portal: Portal,
  account: AccountRecord,
  type: CertificateType,
  except: number,
): void {
  if (type.multiple) return;
  const others = portal.state.certificates.filter(
    (record) =>
      record.accountId === account.id && record.typeId === type.id && record.id !== except,
  );
  if (others.some((record) => validity(record, portal.now()) !== 'EXPIRED')) {
    throw refuse('TypeInUse', `There is a valid “${type.displayName}” already.`);
  }
}

/**
 * Opens a file and holds it against the rules of its type and of the account.
 * @throws Refusal what `openFile` and `demandFitting` throw
 */
export async function acceptFile(
  portal: Portal,
  account: AccountRecord,
  type: CertificateType,
  file: File,
  password: string,
): Promise<AcceptedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = await openFile(portal, bytes, password, type);
  demandFitting(content, type, account, portal.now());
  return { bytes, content };
}

/** When the private key of a certificate of this type is to be deleted, epoch ms; null for never. */
export function keyDeletion(type: CertificateType, uploadedOn: number): number | null {
  const days = type.deletePrivateKeyAfterDays;
  return days === null ? null : uploadedOn + days * day;
}

/** What a certificate takes over from a file at its upload or replacement. */
export function contentsOf(
  { content }: AcceptedFile,
  file: File,
  type: CertificateType,
  now: number,
): Omit<CertificateRecord, 'id' | 'accountId' | 'typeId' | 'description'> {
  return {
    ...content,
    uploadedOn: now,
    fileName: file.name.slice(0, 255) || null,
    hasPrivateKey: true,
    privateKeyDeletesAt: keyDeletion(type, now),
  };
}

/** Counts the configurations that go out again. @returns how many */
export function pushAgain(portal: Portal, type: CertificateType): number {
  portal.state.repushedConfigurations += type.usedByConfigurations;
  return type.usedByConfigurations;
}
