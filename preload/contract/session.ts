import { z } from 'zod';
import { epochMs, line } from './text.ts';

/** Where the secret of a session is kept. */
export const secretStore = z.enum([
  'keychain', // in the OS keychain
  'memory-chosen', // the person did not ask to stay signed in
  'memory-no-keychain', // this system has none that works
  'memory-keychain-locked',
]);

export const account = z.strictObject({
  displayName: line,
  username: line,
  emailAddress: line.nullable(),
});

/** A tenant's own looks, as far as the portal sends any that are fit to be shown. */
export const branding = z.strictObject({
  /** A PNG as a `data:` URL. */
  logo: z
    .string()
    .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/u)
    .max(131_072)
    .nullable(),
  /** `#rrggbb`, as it is: whoever paints with it sees to the contrast. */
  accentColor: z
    .string()
    .regex(/^#[0-9a-f]{6}$/u)
    .nullable(),
});
export type Branding = z.infer<typeof branding>;

export const portalIdentity = z.strictObject({
  /** `https://host[:port]`, as the person would type it. */
  address: line,
  tenantName: line.nullable(),
  isDemo: z.boolean(),
  /** Absent until the portal has told of it, and on a portal that has none. */
  branding: branding.optional(),
});

export const session = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('signed-out'),
    /** Why, when it was not the person who asked for it. */
    because: z.enum(['expired', 'idle', 'revoked']).nullable(),
    lastAddress: line.nullable(),
    lastUsername: line.nullable(),
    keychain: z.enum(['available', 'unavailable', 'unknown']),
  }),
  /** A stored session is being taken from the keychain or proved at the portal. */
  z.strictObject({
    status: z.literal('restoring'),
    step: z.enum(['keychain', 'portal']),
    portal: portalIdentity.nullable(),
  }),
  /** Something is stored, but the keychain is locked: not signed out. */
  z.strictObject({ status: z.literal('keychain-locked'), portal: portalIdentity.nullable() }),
  z.strictObject({
    status: z.literal('signed-in'),
    account,
    portal: portalIdentity,
    secretStore,
    signedInAt: epochMs,
  }),
]);
export type Session = z.infer<typeof session>;

/** What a portal says of itself before anyone signs in. */
export const portalOptions = z.strictObject({
  address: line,
  tenantName: line.nullable(),
  signIn: z.enum(['password', 'certificate', 'saml']),
  pinRequired: z.boolean(),
});
export type PortalOptions = z.infer<typeof portalOptions>;

export const signInInput = z.strictObject({
  /** A host name, an origin, or a pasted portal link. */
  address: z.string().min(1).max(2048),
  username: z.string().min(1).max(256),
  password: z.string().min(1).max(1024),
  pin: z.string().max(32).optional(),
  keepSignedIn: z.boolean(),
});
export type SignInInput = z.infer<typeof signInInput>;

export const reauthInput = z.strictObject({ password: z.string().min(1).max(1024) });
/** Until when the portal takes the password as proved, by this computer's clock. */
export const proof = z.strictObject({ provedUntil: epochMs });

/** Before a session ends by idleness: when it does, by this computer's clock; null when it no longer will. */
export const idleWarning = z.strictObject({ endsAt: epochMs }).nullable();

export const reachability = z.strictObject({
  state: z.enum(['online', 'offline', 'unreachable']),
  /** Since when, for `offline` and `unreachable`. */
  since: epochMs.nullable(),
});
export type Reachability = z.infer<typeof reachability>;
