import type {
  AccountChange,
  AccountProfile,
  PasswordPolicy,
  Registration,
} from '../../preload/contract/account.ts';
import type { Certificate, CertificateType } from '../../preload/contract/certificates.ts';
import type { Command } from '../../preload/contract/devices.ts';
import type { DeviceLocation, OneTimePin } from '../../preload/contract/orders.ts';
import type { TermsOfService } from '../../preload/contract/session.ts';
import { failure } from '../failure.ts';

type SingleOrder = { deviceId: string; idempotencyKey: string };
type UnlockOrder = SingleOrder & { code?: string };
type WipeOrder = SingleOrder & {
  /** The device's name as the person has typed it. */
  confirmName: string;
  preserveDataPlan: boolean;
  /** macOS: 6 digits. */
  pin?: string;
};

/** Orders to a device beyond Lock and Force Check-in. */
export type DeviceOrders = {
  unlock: (order: UnlockOrder) => Promise<Command[]>;
  wipe: (order: WipeOrder) => Promise<Command[]>;
  retire: (order: SingleOrder) => Promise<Command[]>;
  cancelWipe: (order: SingleOrder) => Promise<Command[]>;
  cancelRetire: (order: SingleOrder) => Promise<Command[]>;
  setOwnership: (order: SingleOrder & { ownership: 'user' | 'company' }) => Promise<void>;
  location: (deviceId: string) => Promise<DeviceLocation>;
  secureAppsPin: (deviceId: string) => Promise<OneTimePin>;
};

/** What the portal says of the session itself; times by the portal's clock, null where it does not say. */
export type SessionTerms = {
  reauthUntil: number | null;
  inactivityMinutes: number | null;
  /** Nothing but a new password is taken until there is one. */
  passwordExpired: boolean;
  /** What the person has to accept before anything is changed. */
  termsOfService: TermsOfService | null;
};

/** A session that ends by itself, and a proof of the password that grows old. */
export type SessionKeeping = {
  /** What came along with the sign-in; null for a session from the keychain. */
  granted: SessionTerms | null;
  terms: () => Promise<SessionTerms>;
  /** @returns until when the new proof counts, by the portal's clock; null when it does not say */
  reauth: (password: string) => Promise<number | null>;
  acceptTerms: (version: string) => Promise<void>;
};

/** The account that can be looked at and changed. */
export type AccountKeeping = {
  profile: () => Promise<AccountProfile>;
  change: (change: AccountChange, idempotencyKey: string) => Promise<void>;
  /** The rules for a new password; also told to whoever's password has expired. */
  passwordPolicy: () => Promise<PasswordPolicy>;
  changePassword: (currentPassword: string, newPassword: string) => Promise<void>;
  /** @returns nothing; throws `bad-credentials` for a code that is wrong or too old */
  confirmEmail: (code: string) => Promise<void>;
};

export type RegistrationOffer = {
  offer: () => Promise<Registration>;
  newPin: () => Promise<OneTimePin>;
};

type CertificateEdit = {
  id: string;
  typeId?: string;
  description?: string;
  file?: { bytes: Uint8Array; name: string; password: string };
  idempotencyKey: string;
  signal: AbortSignal;
};

/** A certificate after a change, and how many configurations went out again, where the portal says. */
export type ChangedCertificate = { certificate: Certificate; repushed: number | null };

export type CertificateChanges = {
  edit: (edit: CertificateEdit, types: readonly CertificateType[]) => Promise<ChangedCertificate>;
  clearPrivateKey: (
    id: string,
    types: readonly CertificateType[],
    idempotencyKey: string,
  ) => Promise<ChangedCertificate>;
  remove: (id: string, idempotencyKey: string) => Promise<void>;
};

/** Looks of the tenant. */
export type TenantLooks = {
  tenantName: string | null;
  /** `#rrggbb` */
  accentColor: string | null;
  /** The file of the logo, whatever it is; null when there is none on the portal's own origin. */
  logo: () => Promise<Uint8Array | null>;
};

/** What not every kind of portal has: a part that is absent is not supported there. */
export type Capabilities = {
  orders?: DeviceOrders;
  session?: SessionKeeping;
  accountKeeping?: AccountKeeping;
  registration?: RegistrationOffer;
  certificateChanges?: CertificateChanges;
  looks?: () => Promise<TenantLooks>;
};

/**
 * The capability, where this portal has it.
 *
 * @throws Failure `not-supported` with the name of what is missing
 */
export function demand<K extends keyof Capabilities>(
  portal: Capabilities,
  name: K,
): NonNullable<Capabilities[K]> {
  const capability = portal[name];
  if (capability === undefined) throw failure('not-supported', { reason: name });
  return capability;
}
