import type { Certificate, CertificateType } from '../../preload/contract/certificates.ts';
import type { Command, Device } from '../../preload/contract/devices.ts';
import type { Capabilities } from './capabilities.ts';

/** Who is signed in, as the portal knows them. */
export type Account = { username: string; displayName: string; emailAddress: string | null };

/** What a portal says of itself before anyone signs in. */
export type PortalFacts = {
  signIn: 'password' | 'certificate' | 'saml';
  pinRequired: boolean;
  tenantName: string | null;
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
  /** @returns the secret of the new session */
  signIn: (credentials: Credentials) => Promise<string>;
  /** @param token the secret of a session, from `signIn` or from the keychain */
  enter: (token: string) => Portal;
};
