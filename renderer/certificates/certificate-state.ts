import type { Certificate } from '../../preload/contract/certificates.ts';
import { calendarDays } from '../text/dates.ts';

/** Days before its end from which a certificate asks for its successor; the first reminder comes then too. */
export const soonDays = 30;

/** What a row says of its certificate, in the order of what the person has to know first. */
export type CertificateState =
  | { kind: 'valid' }
  | { kind: 'not-yet-valid'; from: number }
  | { kind: 'expiring'; days: number }
  | { kind: 'key-deleting'; days: number }
  | { kind: 'key-cleared' }
  | { kind: 'expired' }
  | { kind: 'expired-key-kept' };

/** Whether the certificate has ended at `now` (epoch ms); its last millisecond still counts (RFC 5280 4.1.2.5). */
export function hasEnded(certificate: Pick<Certificate, 'expiresAt'>, now: number): boolean {
  return now > certificate.expiresAt;
}

/**
 * The one state that a row shows at `now` (epoch ms). A cleared key wins over every date; of two ends that
 * come near, the nearer one is told.
 */
export function certificateState(certificate: Certificate, now: number): CertificateState {
  if (!certificate.hasPrivateKey) return { kind: 'key-cleared' };
  if (hasEnded(certificate, now)) {
    return { kind: certificate.purpose === 'encryption' ? 'expired-key-kept' : 'expired' };
  }
  const daysLeft = calendarDays(now, certificate.expiresAt);
  const keyDays =
    certificate.keyDeletesAt === null
      ? null
      : Math.max(0, calendarDays(now, certificate.keyDeletesAt));
  if (keyDays !== null && keyDays <= Math.min(daysLeft, soonDays)) {
    return { kind: 'key-deleting', days: keyDays };
  }
  if (now < certificate.notBefore) return { kind: 'not-yet-valid', from: certificate.notBefore };
  if (daysLeft <= soonDays) return { kind: 'expiring', days: daysLeft };
  return { kind: 'valid' };
}
