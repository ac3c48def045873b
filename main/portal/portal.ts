import type { Certificate, CertificateType } from '../../preload/contract/certificates.ts';
import type { Command, Device } from '../../preload/contract/devices.ts';
import type { TermsOfService } from '../../preload/contract/session.ts';
import type { Capabilities } from './capabilities.ts';

/** Who is signed in, as the portal knows them. */
export type Account = { username: string; displayName: string; emailAddress: string | null };

/** What a portal says of itself before anyone signs in. */
export type PortalFacts = {
  signIn: 'password' | 'certificate' | 'saml';
  pinRequired: boolean;
  tenantName: string | null;
  /** `https:` address of the page where this user name signs in, or plain HTTP on loopback; null when there is none. */
  browserPage: string | null;
};

/** A session that the portal has just opened. */
export type Grant = {
  /** The secret of the session. */
  token: string;
  passwordExpired: boolean;
  termsOfService: TermsOfService | null;
};

/** What the browser has brought back: a code, and the verifier that only this app knows (RFC 7636). */
type BrowserReturn = { code: string; verifier: string };

/** Help for whoever has forgotten their password. */
export type PasswordHelp = {
  /** Has a PIN mailed; the same answer for a name that nobody has. */
  forgot: (username: string) => Promise<void>;
  /** @throws Failure `bad-credentials` for a PIN that is wrong or too old */
  reset: (username: string, pin: string, newPassword: string) => Promise<void>;
};

/** What the portal allows this account; null where it does not say. */
type Allowance = {
  devicesUsed: number | null;
  deviceLimit: number | null;
  certificatesEnabled: boolean;
  maxFileBytes: number | null;
};

type Credentials = { username: string; password: string; pin?: string };

type LockOrder = {
  deviceId: string;
  message?: string;
  phoneNumber?: string;
  /** macOS: 6 digits. */
  pin?: string;
  idempotencyKey: string;
};

type CheckInOrder = { deviceIds: readonly string[]; idempotencyKey: string };

type CertificateToUpload = {
  typeId: string;
  bytes: Uint8Array;
  fileName: string;
  password: string;
  description?: string;
  idempotencyKey: string;
  signal: AbortSignal;
  /** Bytes of the request handed to the network, of all of them. */
  onSent: (sent: number, total: number) => void;
};

/**
 * A portal with somebody signed in to it: one interface for every kind of portal, one adapter for each
 * (main/portal/ssp). Every function throws a Failure and nothing else that is expected; reads are repeated within
 * reason, whatever changes something is sent exactly once.
 */
export type Portal = Capabilities & {
  /** The portal's clock, epoch ms: this computer's own, corrected by what the portal's answers said. */
  now: () => number;
  account: () => Promise<Account>;
  allowance: () => Promise<Allowance>;
  /** Ends the session at the portal. */
  signOut: () => Promise<void>;
  devices: () => Promise<Device[]>;
  device: (id: string) => Promise<Device>;
  commands: (deviceId: string, start: number) => Promise<{ commands: Command[]; total: number }>;
  command: (id: string) => Promise<Command>;
  lock: (order: LockOrder) => Promise<Command[]>;
  forceCheckIn: (order: CheckInOrder) => Promise<Command[]>;
  certificateTypes: () => Promise<CertificateType[]>;
  certificates: (types: readonly CertificateType[]) => Promise<Certificate[]>;
  uploadCertificate: (
    upload: CertificateToUpload,
  ) => Promise<{ id: string; repushed: number | null }>;
};

/** A portal's front door. */
export type Door = {
  /** `https://host[:port]` */
  origin: string;
  facts: (username?: string) => Promise<PortalFacts>;
  signIn: (credentials: Credentials) => Promise<Grant>;
  /** @throws Failure `not-supported` where no browser is of any use */
  signInFromBrowser: (back: BrowserReturn) => Promise<Grant>;
  /** @throws Failure `not-supported` where the portal has no such calls */
  passwordHelp: () => PasswordHelp;
  /** @param token the secret of a session, from `signIn` or from the keychain */
  enter: (token: string) => Portal;
};
