import type { InspectionResult, Purpose } from '../../preload/contract/inspection.ts';
import type { PortalState } from './state.ts';

/** Opens a PKCS#12 file: `inspectFile` of main/pkcs12, or the same in a process of its own. */
export type Inspect = (
  bytes: Uint8Array<ArrayBuffer>,
  options: { password: string; purpose: Purpose; email: string | null; now: number },
) => Promise<InspectionResult>;

/** A mail that a real portal would send. Here it goes to the page `/outbox` and to the `mail` option, and nowhere else. */
export type Mail = {
  to: string;
  subject: 'PASSWORD_PIN' | 'EMAIL_PIN' | 'REGISTRATION_PIN';
  pin: string;
  at: number;
};

/** The running portal, as its operations see it. */
export type Portal = {
  state: PortalState;
  /** Epoch ms. */
  now: () => number;
  /** Device answers take their time divided by this. */
  speed: number;
  inspect: Inspect;
  mail: (mail: Mail) => void;
  /** The mails so far, newest first. In memory only. */
  outbox: Mail[];
  /** The uploaded files by certificate id, while their key is kept. In memory only. */
  files: Map<number, Uint8Array<ArrayBuffer>>;
  /** Answers to come for requests with an `Idempotency-Key`, so that a twin waits for the first. */
  underWay: Map<string, Promise<unknown>>;
  /** Codes of the identity provider that wait to be traded for a session. */
  codes: Map<string, { accountId: number; challenge: string; until: number }>;
  /** When somebody last forgot the password of a user name that there is none of, epoch ms. */
  strangers: Map<string, number>;
  suspended: boolean;
  maintenance: boolean;
  /** Writes the state file, if there is one. */
  save: () => Promise<void>;
};

/** The largest PKCS#12 file that is taken, in bytes. */
export const maxFileBytes = 1_048_576;

/** The next free id; ids are never used twice. */
export function takeId(state: PortalState): number {
  state.nextId += 1;
  return state.nextId;
}
