import type { InspectionFailureKind } from '../../preload/contract/inspection.ts';

/** Whether another password may open the file. Whatever else is wrong with it, no password mends. */
export function asksForPassword(kind: InspectionFailureKind): boolean {
  return kind === 'password-required' || kind === 'wrong-password';
}
