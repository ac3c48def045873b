import { z } from 'zod';
import { inspectHere } from '../../../../main/demo-portal/inspect-here.ts';
import type { Inspect, Mail } from '../../../../main/demo-portal/portal.ts';
import { startDemoPortal } from '../../../../main/demo-portal/start.ts';
import type { DemoPortal, DemoPortalOptions } from '../../../../main/demo-portal/start.ts';
import { errorEnvelope } from '../../../../main/demo-portal/schema/errors.ts';

export const second = 1000;
export const minute = 60 * second;
export const day = 24 * 60 * minute;

export type Fields = Record<string, string | number | Blob | (string | number)[] | undefined>;

export type Answer = {
  status: number;
  headers: Headers;
  result: unknown;
  codes: string[];
  fields: string[];
};

export type Request = {
  method?: string;
  form?: Fields;
  multipart?: Fields;
  token?: string;
  headers?: Record<string, string>;
};

/** A portal on a real socket with a clock that the test moves. */
export type PortalFixture = DemoPortal & {
  mails: Mail[];
  logged: string[];
  /** Moves the portal's clock on by some milliseconds. */
  pass: (ms: number) => void;
  now: () => number;
  ask: (path: string, request?: Request) => Promise<Answer>;
  /** Signs somebody in by the first letters of the user name. @returns the token */
  signIn: (who: string) => Promise<string>;
};

const envelope = z.union([errorEnvelope, z.object({ errors: z.null(), result: z.unknown() })]);

function encode(fields: Fields, body: URLSearchParams | FormData): URLSearchParams | FormData {
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined) continue;
      if (!(one instanceof Blob)) body.append(name, String(one));
      else if (body instanceof FormData) body.append(name, one, 'upload.p12');
    }
  }
  return body;
}

function bodyOf({ form, multipart }: Request): URLSearchParams | FormData | null {
  if (form !== undefined) return encode(form, new URLSearchParams());
  return multipart === undefined ? null : encode(multipart, new FormData());
}

async function send(url: string, request: Request): Promise<Answer> {
  const authorization =
    request.token === undefined ? {} : { Authorization: `Bearer ${request.token}` };
  const response = await fetch(url, {
    method: request.method ?? (request.form || request.multipart ? 'POST' : 'GET'),
    headers: { ...authorization, ...request.headers },
    body: bodyOf(request),
  });
  const { errors, result } = envelope.parse(await response.json());
  const all = [...(errors?.globalErrors ?? []), ...(errors?.fieldErrors ?? [])];
  const fields = (errors?.fieldErrors ?? []).map(({ field }) => field);
  const { status, headers } = response;
  return { status, headers, result, codes: all.map(({ code }) => code), fields };
}

/** Starts a portal for one test; the test closes it. */
export async function openPortal(
  options: Partial<DemoPortalOptions> & { inspect?: Inspect } = {},
): Promise<PortalFixture> {
  // A little ahead, so that a certificate that openssl has just made is valid.
  const began = Date.now() + minute;
  let passed = 0;
  const now = (): number => began + passed;
  const mails: Mail[] = [];
  const logged: string[] = [];
  const portal = await startDemoPortal({
    inspect: inspectHere,
    now,
    mail: (mail) => mails.push(mail),
    log: (line) => logged.push(JSON.stringify(line)),
    ...options,
  });
  const ask = (path: string, request: Request = {}): Promise<Answer> =>
    send(`${portal.url}/api/v1/ssp${path}`, request);
  const signIn = async (who: string): Promise<string> => {
    const person = portal.people.find(({ username }) => username.startsWith(who));
    const { username = '', password = '' } = person ?? {};
    const answer = await ask('/login', { form: { username, password } });
    return z.object({ sessionToken: z.string() }).parse(answer.result).sessionToken;
  };
  const pass = (ms: number): void => {
    passed += ms;
  };
  return { ...portal, mails, logged, pass, now, ask, signIn };
}

/** The devices of the pictures by what they are. */
export const devices = {
  iphone: 73_541,
  macbook: 73_542,
  thinkpad: 73_543,
  ipad: 73_544,
  pixel: 73_545,
  chromebook: 73_546,
  tablet: 73_547,
  mini: 73_548,
  ofJonas: 73_601,
} as const;
