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
  NotWritable: 'file-unreadable.place',
  NotCopied: 'file-unreadable.copy',
};

/** The name of the words for a refusal: the portal's reason where there are words for it, else the code's own. */
export function reasonName(
  code: 'forbidden' | 'conflict' | 'refused' | 'file-unreadable',
  reason: string | undefined,
): ErrorName {
  const name = reason !== undefined && Object.hasOwn(names, reason) ? names[reason] : undefined;
  return name ?? code;
}
