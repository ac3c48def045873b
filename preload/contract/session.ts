import { z } from 'zod';
import { passwordPolicy } from './account.ts';
import { appError } from './errors.ts';
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

/** Terms of service as the portal words them. */
export const termsOfService = z.strictObject({
  version: z.string().min(1).max(128),
  title: line.nullable(),
  text: z.string().max(65_536),
});
export type TermsOfService = z.infer<typeof termsOfService>;

export const session = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('signed-out'),
    /** Why, when it was not the person who asked for it. */
    because: z.enum(['expired', 'idle', 'revoked', 'password-expired']).nullable(),
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
  /** The portal has let the person in, and wants a new password before anything else. */
  z.strictObject({
    status: z.literal('choosing-password'),
    username: line,
    portal: portalIdentity,
    passwordPolicy,
  }),
  /** The portal has let the person in, and wants its terms of service accepted before anything else. */
  z.strictObject({
    status: z.literal('accepting-terms'),
    username: line,
    portal: portalIdentity,
    terms: termsOfService,
  }),
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
  /** Host of the page where this user name signs in, in a browser; null where there is none to open. */
  browserHost: line.nullable(),
});
export type PortalOptions = z.infer<typeof portalOptions>;

/** A host name, an origin, or a pasted portal link. */
const address = z.string().min(1).max(2048);
const username = z.string().min(1).max(256);
const password = z.string().min(1).max(1024);

/** A portal, and by what name somebody would sign in to it. */
export const probeInput = z.strictObject({ address, username: username.optional() });

export const signInInput = z.strictObject({
  address,
  username,
  password,
  pin: z.string().max(32).optional(),
  keepSignedIn: z.boolean(),
});
export type SignInInput = z.infer<typeof signInInput>;

/** To sign in with the page of one's own organisation, in the browser. */
export const browserSignInInput = z.strictObject({
  address,
  username,
  keepSignedIn: z.boolean(),
});

export const newPasswordInput = z.strictObject({ newPassword: password });
export const acceptTermsInput = z.strictObject({ version: termsOfService.shape.version });

export const forgottenInput = z.strictObject({ address, username });
/** A new password with the PIN that was mailed. */
export const resetInput = z.strictObject({
  address,
  username,
  pin: z.string().regex(/^[0-9A-Za-z]{4,64}$/u),
  newPassword: password,
});

/** Whose mails to show: the portal at an address, or the one that somebody is signed in to. */
export const mailboxInput = z.strictObject({ address: address.nullable() });

export const reauthInput = z.strictObject({ password });
/** Until when the portal takes the password as proved, by this computer's clock. */
export const proof = z.strictObject({ provedUntil: epochMs });

/** Before a session ends by idleness: when it does, by this computer's clock; null when it no longer will. */
export const idleWarning = z.strictObject({ endsAt: epochMs }).nullable();

export const reachability = z.strictObject({
  state: z.enum(['online', 'offline', 'unreachable']),
  /** Since when, for `offline` and `unreachable`. */
  since: epochMs.nullable(),
  /** What is in the way, where more is known than that nothing answers. */
  cause: appError.optional(),
});
export type Reachability = z.infer<typeof reachability>;

/** How far this computer's clock is ahead of the portal's (ms, negative when behind), where it is so far off that it matters. */
export const clockSkew = z.strictObject({ aheadMs: z.number() }).nullable();
export type ClockSkew = z.infer<typeof clockSkew>;
