import { z } from 'zod';
import { certificateFacts, certificateType } from './schema/certificate.ts';
import { command, commandState } from './schema/command.ts';
import { passwordPolicy } from './schema/config.ts';
import { action, deviceFacts, disallowedReason, location } from './schema/device.ts';
import { epoch, id } from './schema/envelope.ts';
import { termsOfService } from './schema/session.ts';

/** `scrypt` output with its salt, both base64. */
const passwordHash = z.object({ salt: z.string(), hash: z.string() });
export type PasswordHash = z.infer<typeof passwordHash>;

const mailedPin = z.object({
  pinHash: passwordHash,
  sentAt: epoch,
  expiresAt: epoch,
  attemptsLeft: z.int().min(0),
});

const accountRecord = z.object({
  id,
  username: z.string(),
  authType: z.enum(['PASSWORD', 'SAML']),
  accountSource: z.enum(['LOCAL', 'LDAP', 'IDP']),
  displayName: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  emailAddress: z.string(),
  /** Shared mailboxes whose certificates this person may hold. */
  mailboxes: z.array(z.string()),
  pendingEmailAddress: z.string().nullable(),
  pendingEmailRequestedAt: epoch.nullable(),
  emailPin: mailedPin.nullable(),
  resetPin: mailedPin.nullable(),
  locale: z.string().nullable(),
  password: passwordHash.nullable(),
  /** Set once the person has chosen a password; a later start then leaves it alone. */
  passwordChosen: z.boolean(),
  passwordExpiresAt: epoch.nullable(),
  passwordHistory: z.array(passwordHash),
  pendingTerms: termsOfService.nullable(),
  allowedActions: z.array(action),
  collectLocation: z.boolean(),
  deviceLimit: z.int().min(0),
});
export type AccountRecord = z.infer<typeof accountRecord>;

const deviceRecord = z.object({
  accountId: id,
  facts: deviceFacts,
  location,
  /** Refused by policy before anything is sent. */
  policyRefusals: z.partialRecord(action, disallowedReason),
  /** Refused by the device itself, after it got the command: command type to error code. */
  deviceRefusals: z.record(z.string(), z.string()),
  /** How long the device takes to answer a push, in ms. */
  answerMs: z.number().min(0),
  /** It first says NOT_NOW. */
  busyFirst: z.boolean(),
  /** An offline device checks in then; null when it never does. */
  returnsAt: epoch.nullable(),
});
export type DeviceRecord = z.infer<typeof deviceRecord>;

/** What a command will turn into, and when, unless it is cancelled before. */
const commandStep = z.object({
  at: epoch,
  state: commandState,
  errorCode: z.string().nullable(),
});
export type CommandStep = z.infer<typeof commandStep>;

const commandRecord = command.omit({ cancellable: true }).extend({
  accountId: id,
  steps: z.array(commandStep),
  awaitsCheckin: z.boolean(),
  expiresAt: epoch,
  /** The registration state to go back to when the command comes to nothing. */
  stateBefore: z.string(),
});
export type CommandRecord = z.infer<typeof commandRecord>;

const certificateRecord = certificateFacts.extend({ accountId: id });
export type CertificateRecord = z.infer<typeof certificateRecord>;

const sessionRecord = z.object({
  /** SHA-256 of the token, hex; the token itself is kept nowhere. */
  tokenHash: z.string(),
  accountId: id,
  startedAt: epoch,
  lastUsedAt: epoch,
  reauthUntil: epoch.nullable(),
});
export type SessionRecord = z.infer<typeof sessionRecord>;

const answeredRequest = z.object({
  accountId: id,
  key: z.string(),
  fingerprint: z.string(),
  answeredAt: epoch,
  result: z.json(),
});

/** Everything that the portal remembers, as it stands in the state file: no secret among it. */
export const portalState = z.object({
  version: z.literal(1),
  tenantName: z.string(),
  accentColor: z.string().nullable(),
  passwordPolicy,
  types: z.array(certificateType),
  accounts: z.array(accountRecord),
  devices: z.array(deviceRecord),
  commands: z.array(commandRecord),
  certificates: z.array(certificateRecord),
  sessions: z.array(sessionRecord),
  answeredRequests: z.array(answeredRequest),
  /** Failed sign-ins by user name in lower case, known or not. */
  failures: z.array(z.object({ name: z.string(), count: z.int(), lockedUntil: epoch.nullable() })),
  /** How many configurations went out again because a certificate was uploaded or replaced. */
  repushedConfigurations: z.int().min(0),
  nextId: id,
});
export type PortalState = z.infer<typeof portalState>;
