import type { AppError } from '../../preload/contract/errors.ts';
import type { TextKey } from './english.ts';

/** Names under which `errors.json` has a title, a sentence and a thing to do. */
export type ErrorName = {
  [K in TextKey]: K extends `error.${infer Name}.title` ? Name : never;
}[TextKey];

/** What portals call their refusals (portal-api.md, 7.7) and main its own about saving, and the words that say more than the code alone. */
const names: Readonly<Record<string, ErrorName>> = {
  WipeDisabledByPolicy: 'forbidden.wipe',
  LocationDisabled: 'forbidden.location',
  NotLocalAccount: 'forbidden.account',
  CommandPending: 'conflict.command',
  DeviceStateConflict: 'conflict.device',
  TypeInUse: 'conflict.type',
  LostMode: 'conflict.lost-mode',
  UsernameConflict: 'conflict.address',
  DeviceLimitReached: 'conflict.device-limit',
  PasswordPolicy: 'refused.password-policy',
  PasswordReused: 'refused.password-reused',
  CurrentPasswordWrong: 'refused.password-wrong',
  Pkcs12WrongPassword: 'refused.pkcs12-password',
  Pkcs12UnsupportedAlgorithm: 'refused.pkcs12-algorithm',
  Pkcs12Malformed: 'refused.pkcs12-malformed',
  Pkcs12NoPrivateKey: 'refused.pkcs12-no-key',
  Pkcs12MultipleKeys: 'refused.pkcs12-many-keys',
  Pkcs12KeyMismatch: 'refused.pkcs12-mismatch',
  CertificateExpired: 'refused.expired',
  CertificateNotYetValid: 'refused.not-yet-valid',
  KeyUsageMismatch: 'refused.usage',
  EmailMismatch: 'refused.email',
  BrowserRefused: 'refused.browser',
  NotWritable: 'file-unreadable.place',
  NotCopied: 'file-unreadable.copy',
  // What a portal does not have: main/portal/capabilities.ts and main/portal/admin-v1.
  accountKeeping: 'not-supported.account',
  'cancel-retire': 'not-supported.cancel',
  certificate: 'not-supported.sign-in-certificate',
  certificateChanges: 'not-supported.certificates',
  certificates: 'not-supported.certificates',
  'forgotten-password': 'not-supported.forgotten',
  mailbox: 'not-supported.mailbox',
  'no-link': 'not-supported.link',
  'owner-hidden': 'not-supported.owner',
  registration: 'not-supported.registration',
  'reset-secure-apps-pin': 'not-supported.secure-apps',
  saml: 'not-supported.sign-in-browser',
  'set-ownership': 'not-supported.ownership',
  'socks-proxy': 'not-supported.proxy',
  'unlock-code': 'not-supported.code',
  'wipe-data-plan': 'not-supported.data-plan',
  'wipe-pin': 'not-supported.pin',
};

/** What is the matter with a server's certificate, by the name that OpenSSL and Node give it. */
export type TlsTrouble =
  | 'expired'
  | 'early'
  | 'self-signed'
  | 'issuer'
  | 'name'
  | 'revoked'
  | 'protocol'
  | 'other';

const tlsTroubles: readonly (readonly [RegExp, TlsTrouble])[] = [
  [/^CERT_HAS_EXPIRED$/u, 'expired'],
  [/^CERT_NOT_YET_VALID$/u, 'early'],
  [/^CERT_REVOKED$/u, 'revoked'],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT$/u, 'self-signed'],
  [/^(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_UNTRUSTED|INVALID_CA)/u, 'issuer'],
  [/^(?:ERR_TLS_CERT_ALTNAME_|HOSTNAME_MISMATCH)/u, 'name'],
  [/^(?:EPROTO|ERR_SSL_|ERR_TLS_)/u, 'protocol'],
];

/** Why a server is not trusted. */
export function tlsTrouble({ code, reason = '' }: AppError): TlsTrouble {
  if (code === 'clock-skew') return 'early';
  return tlsTroubles.find(([pattern]) => pattern.test(reason))?.[1] ?? 'other';
}

/** The name of the words for a server that is not trusted. */
export function tlsName(error: AppError): ErrorName {
  const trouble = tlsTrouble(error);
  return trouble === 'other' || trouble === 'early' ? 'tls-untrusted' : `tls-untrusted.${trouble}`;
}

/** The name of the words for a refusal: the portal's reason where there are words for it, else the code's own. */
export function reasonName(
  code: 'forbidden' | 'conflict' | 'refused' | 'file-unreadable' | 'not-supported',
  reason: string | undefined,
): ErrorName {
  const name = reason !== undefined && Object.hasOwn(names, reason) ? names[reason] : undefined;
  // A reason of one code says nothing about another.
  return name?.startsWith(code) ? name : code;
}
