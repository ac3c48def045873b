import { selfChecks } from '../../preload/contract/diagnostics.ts';
import type { CheckResult, SelfCheck } from '../../preload/contract/diagnostics.ts';
import { expectedError } from '../errors.ts';
import type { Finding, SelfCheckOptions } from './check.ts';
import { checkClock, checkPortal, checkTls } from './check-portal.ts';
import { checkDisk, checkInspection, checkKeychain } from './check-machine.ts';

const nothing = { host: null, issuer: null, validUntil: null, skewMs: null, freeBytes: null };

/** A word that fits the contract, whatever the cause was called. */
const codeOf = (cause: unknown): string => {
  const error = expectedError(cause);
  return (error?.code ?? 'internal').slice(0, 64);
};

export type SelfChecks = {
  /** Never rejects: a check that breaks is a check that failed. */
  run: (check: SelfCheck) => Promise<CheckResult>;
  /** The newest result of each check that was run, in the order of their numbers. */
  results: () => readonly CheckResult[];
};

/** The self-checks, each run for itself when somebody asks for it. */
export function createSelfChecks(options: SelfCheckOptions): SelfChecks {
  const { clock, log } = options;
  const latest = new Map<SelfCheck, CheckResult>();
  const checks: Record<SelfCheck, () => Promise<Finding>> = {
    portal: () => checkPortal(options),
    tls: () => checkTls(options),
    clock: () => checkClock(options),
    keychain: () => checkKeychain(options),
    disk: () => checkDisk(options),
    inspection: () => checkInspection(options),
  };
  return {
    run: async (check) => {
      const from = clock.now();
      const found = await checks[check]().catch((cause: unknown): Finding => ({
        state: 'failed',
        code: codeOf(cause),
      }));
      const at = clock.now();
      const result = { ...nothing, ...found, check, took: Math.max(0, Math.round(at - from)), at };
      latest.set(check, result);
      log.info('self-check', { where: check, state: found.state, code: found.code });
      return result;
    },
    results: () => selfChecks.flatMap((check) => latest.get(check) ?? []),
  };
}
