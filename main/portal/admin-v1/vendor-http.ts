import { z } from 'zod';
import { failure } from '../../failure.ts';
import type { Http, HttpAnswer } from '../http.ts';

/** What the admin API says, with status 401, of a tenant that is suspended (portal-api.md 1). */
const suspended = /license has expired/iu;

/**
 * Sends requests with a person's credential, or with none, and understands the 401 of the vendor's API: the tenant
 * is suspended, or the credential does not hold (RFC 7235: such an answer names the scheme).
 */
export function speakBasic(http: Http, basic: string | null): Http {
  return async (request) => {
    const answer = await http(basic === null ? request : { ...request, basic });
    if (answer.status !== 401) return answer;
    if (suspended.test(answer.text)) throw failure('tenant-suspended');
    if (/\bbasic\b/iu.test(answer.header('www-authenticate') ?? '')) throw failure('signed-out');
    return answer;
  };
}

const errors = z.array(z.object({ code: z.string(), message: z.string() })).nullable();
const envelope = z.object({ errors: z.object({ globalErrors: errors, fieldErrors: errors }) });

/** Is this the vendor's error envelope (portal-api.md 1), with both its lists, in a 401? */
export function isVendorsRefusal({ status, text }: HttpAnswer): boolean {
  if (status !== 401) return false;
  try {
    return envelope.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
