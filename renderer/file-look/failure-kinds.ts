import type { InspectionFailureKind } from '../../preload/contract/inspection.ts';

/**
 * Whether another password may open the file. A MAC that does not verify can't tell a wrong password from a
 * damaged file (RFC 7292 4), so both leave the field open.
 */
export function asksForPassword(kind: InspectionFailureKind): boolean {
  return (
    kind === 'password-required' ||
    kind === 'wrong-password' ||
    kind === 'mac-invalid' ||
    kind === 'decryption-failed'
  );
}
