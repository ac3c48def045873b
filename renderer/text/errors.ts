import type { AppError } from '../../preload/contract/errors.ts';
import { reasonName, tlsName } from './error-reasons.ts';
import type { ErrorName } from './error-reasons.ts';
import { commaList } from './comma-list.ts';
import { longDate } from './format.ts';
import { t } from './text.ts';
import type { TextKey, TextParams } from './text.ts';

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

type Told = {
  name: ErrorName;
  canRetry?: boolean;
  params?: TextParams;
  /** What to do, where it is not the name's own. */
  todo?: TextKey;
};

/** The only place that turns an error of the contract into words. A new code does not compile without them. */
export function describeError(error: AppError): ErrorWords {
  const { name, canRetry = false, params = {}, todo } = tell(error);
  const references = commaList([error.reason, error.reference].flatMap((code) => code || []));
  return {
    title: t(`error.${name}.title`, params),
    sentence: t(`error.${name}.sentence`, params),
    todo: t(todo ?? `error.${name}.todo`, params),
    canRetry,
    reference: references === '' ? null : t('reference', { reference: references }),
  };
}

const secondsOf = ({ retryAfterMs = 0 }: AppError): number => Math.ceil(retryAfterMs / 1000);

/** A certificate of tomorrow: with its date beside this computer's own, a person sees which of the two is wrong. */
function tellEarly({ code, host = '?', certificate }: AppError & { code: 'clock-skew' }): Told {
  if (certificate === undefined) return { name: code, canRetry: true, params: { host } };
  const params = { host, today: longDate(Date.now()), from: longDate(certificate.validFrom) };
  return { name: 'clock-skew.until', canRetry: true, params };
}

function tell(error: AppError): Told {
  const { code } = error;
  switch (code) {
    case 'offline':
    case 'portal-unreachable':
    case 'timeout':
    case 'captive-portal':
    case 'proxy-auth':
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
    case 'not-supported':
    case 'file-unreadable':
      return { name: reasonName(code, error.reason) };
    case 'portal-failed':
      return {
        name: code,
        canRetry: true,
        params: { seconds: secondsOf(error) },
        ...(error.retryAfterMs === undefined ? {} : { todo: 'error.portal-failed.todo-wait' }),
      };
    case 'tls-untrusted':
      return { name: tlsName(error), params: { host: error.host ?? '?' } };
    case 'redirected':
      return { name: code, params: { host: error.host ?? '?' } };
    case 'clock-skew':
      return tellEarly({ ...error, code });
    case 'account-locked':
      return error.retryAfterMs === undefined
        ? { name: code, todo: 'error.account-locked.todo-later' }
        : { name: code, params: { minutes: Math.ceil(error.retryAfterMs / 60_000) } };
    case 'rate-limited':
      return error.retryAfterMs === undefined
        ? { name: code, canRetry: true, todo: 'error.rate-limited.todo-later' }
        : { name: code, canRetry: true, params: { seconds: secondsOf(error) } };
    default:
      return code satisfies never;
  }
}
