import type { CheckResult } from '../../preload/contract/diagnostics.ts';
import type { Clock } from '../clock.ts';
import type { Inspector } from '../inspector/inspector.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { Log } from '../log.ts';
import type { Http } from '../portal/http.ts';

/** What a check found; who ran it adds which one, when and how long it took. */
export type Finding = Pick<CheckResult, 'state' | 'code'> &
  Partial<Pick<CheckResult, 'host' | 'issuer' | 'validUntil' | 'skewMs' | 'freeBytes'>>;

export type SelfCheckOptions = {
  http: Http;
  /** Who vouches for the host's certificate and until when; null where that can't be seen, behind a proxy above all. */
  lookAtCertificate: (origin: string) => Promise<{ issuer: string; validUntil: number } | null>;
  /** `https://host[:port]` of the portal in use, or of the last one; null when there is none. */
  origin: () => string | null;
  keychain: Pick<Keychain, 'read' | 'write' | 'remove'>;
  inspector: Pick<Inspector, 'inspect'>;
  /** The profile folder, absolute. */
  directory: string;
  clock: Clock;
  log: Log;
};
