import type { Certificate } from './schema/certificate.ts';
import type { Portal } from './portal.ts';
import { refuse } from './refusal.ts';
import type { AccountRecord, CertificateRecord, PortalState } from './state.ts';

const soon = 30 * 86_400_000;

/** Whether a certificate is valid at a time, about to expire (within 30 days), expired, or not yet valid. */
export function validity(record: CertificateRecord, now: number): Certificate['state'] {
  if (now < record.notBefore) return 'NOT_YET_VALID';
  if (now > record.expirationDate) return 'EXPIRED';
  return record.expirationDate - now <= soon ? 'EXPIRING' : 'VALID';
}

/** A certificate as the portal tells it. */
export function tellCertificate(
  state: PortalState,
  record: CertificateRecord,
  now: number,
): Certificate {
  const { accountId: _, ...facts } = record;
  const type = state.types.find(({ id }) => id === record.typeId);
  return {
    ...facts,
    certificateName: type?.displayName ?? `Type ${record.typeId}`,
    state: validity(record, now),
  };
}

/**
 * A certificate of the account.
 * @throws Refusal `NotFound`, for an unknown id and for another person's certificate alike
 */
export function findCertificate(
  portal: Portal,
  account: AccountRecord,
  id: number,
): CertificateRecord {
  const found = portal.state.certificates.find(
    (record) => record.id === id && record.accountId === account.id,
  );
  if (found === undefined) throw refuse('NotFound', 'There is no such certificate.');
  return found;
}

/** Forgets a private key: the details stay, the file goes. */
export function forgetKey(portal: Portal, record: CertificateRecord): void {
  record.hasPrivateKey = false;
  record.privateKeyDeletesAt = null;
  portal.files.delete(record.id);
}

/** Deletes the private keys whose time has come. Pushes nothing again. */
export function deleteDueKeys(portal: Portal): void {
  const now = portal.now();
  for (const record of portal.state.certificates) {
    if (record.privateKeyDeletesAt !== null && record.privateKeyDeletesAt <= now) {
      forgetKey(portal, record);
    }
  }
}
