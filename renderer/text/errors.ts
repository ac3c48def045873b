import type { AppError } from '../../preload/contract/errors.ts';
import { reasonName } from './error-reasons.ts';
import type { ErrorName } from './error-reasons.ts';
import { t } from './text.ts';
import type { TextParams } from './text.ts';

/** An error in words: what happened, what it means, the one thing to do. */
export type ErrorWords = {
  title: string;
  sentence: string;
  todo: string;
  /** Trying the same again may help. */
  canRetry: boolean;
  /** For IT, small and last: `For IT: 7F3A-11C0`. */
  reference: string | null;
};

type Told = { name: ErrorName; canRetry?: boolean; params?: TextParams; isLater?: boolean };

/** The only place that turns an error of the contract into words. A new code does not compile without them. */
export function describeError(error: AppError): ErrorWords {
  const { name, canRetry = false, params = {}, isLater = false } = tell(error);
  const references = [error.reason, error.reference].filter(Boolean).join(', ');
  return {
    title: t(`error.${name}.title`, params),
    sentence: t(`error.${name}.sentence`, params),
    todo: isLater ? t(laterKey(name)) : t(`error.${name}.todo`, params),
    canRetry,
    reference: references === '' ? null : t('reference', { reference: references }),
  };
}

function laterKey(
  name: ErrorName,
): 'error.account-locked.todo-later' | 'error.rate-limited.todo-later' {
  return name === 'account-locked'
    ? 'error.account-locked.todo-later'
    : 'error.rate-limited.todo-later';
}

function tell(error: AppError): Told {
  const { code } = error;
  switch (code) {
    case 'offline':
    case 'portal-unreachable':
    case 'timeout':
    case 'captive-portal':
    case 'proxy-auth':
    case 'portal-failed':
    case 'keychain-locked':
    case 'disk-full':
    case 'busy':
    case 'internal':
      return { name: code, canRetry: true };
    case 'bad-credentials':
    case 'password-expired':
    case 'tenant-suspended':
    case 'signed-out':
    case 'reauth-required':
    case 'not-found':
    case 'invalid-response':
    case 'too-large':
    case 'not-supported':
    case 'keychain-unavailable':
    case 'file-changed':
    case 'file-gone':
    case 'checks-failed':
    case 'outcome-unknown':
    case 'cancelled':
    case 'invalid-input':
      return { name: code };
    case 'forbidden':
    case 'conflict':
    case 'refused':
    case 'file-unreadable':
      return { name: reasonName(code, error.reason) };
    case 'tls-untrusted':
    case 'redirected':
      return { name: code, params: { host: error.host ?? '?' } };
    case 'clock-skew':
      return {
        name: code,
        canRetry: true,
        params: { minutes: Math.max(1, Math.round(Math.abs(error.skewMs ?? 0) / 60_000)) },
      };
    case 'account-locked':
      return {
        name: code,
        isLater: error.retryAfterMs === undefined,
        params: { minutes: Math.ceil((error.retryAfterMs ?? 0) / 60_000) },
      };
    case 'rate-limited':
      return {
        name: code,
        canRetry: true,
        isLater: error.retryAfterMs === undefined,
        params: { seconds: Math.ceil((error.retryAfterMs ?? 0) / 1000) },
      };
    default:
      return code satisfies never;
  }
}
