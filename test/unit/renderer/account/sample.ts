import type { AccountProfile, PasswordPolicy } from '../../../../preload/contract/account.ts';
import type { Session } from '../../../../preload/contract/session.ts';

/** A portal that says nothing of passwords. */
export const noPolicy: PasswordPolicy = {
  minLength: null,
  maxLength: null,
  requiredClasses: null,
  minSpecial: null,
  minUpper: null,
  minLower: null,
  minNumeric: null,
  maxNumericSequence: null,
  maxRepeated: null,
  history: null,
  expiryDays: null,
};

/** Ines Declercq at a portal that lets her change everything, changed where the test says so. */
export function sampleProfile(change: Partial<AccountProfile> = {}): AccountProfile {
  return {
    username: 'ines.declercq',
    displayName: 'Ines Declercq',
    firstName: 'Ines',
    lastName: 'Declercq',
    emailAddress: 'ines.declercq@haldenvoss.example',
    pendingEmailAddress: null,
    source: 'local',
    passwordExpiresAt: null,
    editable: { name: true, email: true, password: true },
    passwordPolicy: { ...noPolicy, minLength: 12, minUpper: 1 },
    ...change,
  };
}

/** Her session, at a real portal or at the demo. */
export function sampleSession(isDemo = false): Extract<Session, { status: 'signed-in' }> {
  return {
    status: 'signed-in',
    account: { displayName: 'Ines Declercq', username: 'ines.declercq', emailAddress: null },
    portal: { address: 'https://portal.example', tenantName: 'Halden & Voss', isDemo },
    secretStore: 'keychain',
    signedInAt: Date.now(),
  };
}
