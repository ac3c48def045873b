import { expectedError } from '../errors.ts';
import { isLoopback } from '../portal/address.ts';
import type { HttpAnswer } from '../portal/http.ts';
import type { Finding, SelfCheckOptions } from './check.ts';

type Needs = Pick<SelfCheckOptions, 'http' | 'origin' | 'clock' | 'lookAtCertificate'>;

/** How long a person waits for one answer, ms. */
const patience = 15_000;
/** What signatures and sign-ins forgive (RFC 4120 8.2 names five minutes), ms. */
const forgivenSkew = 5 * 60_000;

const noPortal: Finding = { state: 'not-needed', code: 'no-portal' };

/** The portal's front page, without a token: whatever it answers, it has answered. */
const knock = ({ http }: Needs, origin: string): Promise<HttpAnswer> =>
  http({ method: 'GET', origin, path: '/', deadline: patience });

/** Self-check 1: does the portal answer at all? */
export async function checkPortal(needs: Needs): Promise<Finding> {
  const origin = needs.origin();
  if (origin === null) return noPortal;
  const { host } = new URL(origin);
  try {
    const { status } = await knock(needs, origin);
    return status >= 500
      ? { state: 'failed', code: `status-${status}`, host }
      : { state: 'passed', code: 'answered', host };
  } catch (cause) {
    return { state: 'failed', code: expectedError(cause)?.code ?? 'internal', host };
  }
}

/** Self-check 2: is the connection encrypted, and does this computer trust who vouches for the portal? */
export async function checkTls(needs: Needs): Promise<Finding> {
  const origin = needs.origin();
  if (origin === null) return noPortal;
  const { host, hostname, protocol } = new URL(origin);
  if (protocol !== 'https:' && isLoopback(hostname)) {
    return { state: 'not-needed', code: 'this-computer', host };
  }
  try {
    await knock(needs, origin);
  } catch (cause) {
    const error = expectedError(cause);
    if (error?.code !== 'tls-untrusted' && error?.code !== 'clock-skew') {
      return { state: 'attention', code: 'not-reached', host };
    }
    const code = /^[A-Z_]{1,64}$/u.test(error.reason ?? '') ? (error.reason ?? '') : error.code;
    const shown = error.certificate;
    return {
      state: 'failed',
      code,
      host,
      ...(shown === undefined ? {} : { issuer: shown.issuer, validUntil: shown.validUntil }),
    };
  }
  const seen = await needs.lookAtCertificate(origin).catch(() => null);
  return { state: 'passed', code: 'trusted', host, ...seen };
}

/** Self-check 3: does this computer's clock agree with the portal's (`Date`, RFC 9110 6.6.1)? */
export async function checkClock(needs: Needs): Promise<Finding> {
  const origin = needs.origin();
  if (origin === null) return noPortal;
  const { host } = new URL(origin);
  const from = needs.clock.now();
  const answer = await knock(needs, origin).catch((cause: unknown) => {
    // A certificate from the future is nearly always a clock in the past.
    if (expectedError(cause)?.code === 'clock-skew') return 'behind' as const;
    return null;
  });
  if (answer === null) return { state: 'attention', code: 'not-reached', host };
  if (answer === 'behind') return { state: 'failed', code: 'clock-wrong', host };
  const date = Date.parse(answer.header('date') ?? '');
  if (Number.isNaN(date)) return { state: 'attention', code: 'no-date', host };
  const skewMs = Math.round((from + needs.clock.now()) / 2 - date);
  return Math.abs(skewMs) > forgivenSkew
    ? { state: 'failed', code: 'clock-wrong', host, skewMs }
    : { state: 'passed', code: 'clock-right', host, skewMs };
}
