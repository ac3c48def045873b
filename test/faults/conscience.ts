import { expect } from 'vitest';
import type { CallName } from '../../preload/contract.ts';
import type { LoggedRequest } from '../portal/request-log.ts';

/** What of the app's calls may put each of the portal's calls on the way that change something, once for each. */
const causes: Readonly<Record<string, readonly CallName[]>> = {
  lock: ['devices.lock'],
  unlock: ['devices.unlock'],
  wipe: ['devices.wipe'],
  wipeCancel: ['devices.cancelCommand'],
  retire: ['devices.retire'],
  retireCancel: ['devices.cancelCommand'],
  forceCheckin: ['devices.forceCheckIn'],
  ownership: ['devices.setOwnership'],
  secureAppsPin: ['devices.secureAppsPin'],
  uploadCertificate: ['certificates.upload'],
  editCertificate: ['certificates.edit'],
  clearPrivateKey: ['certificates.clearPrivateKey'],
  deleteCertificate: ['certificates.delete'],
  changeAccount: ['account.update'],
  confirmEmail: ['account.confirmEmail'],
  changePassword: ['account.changePassword', 'session.choosePassword'],
  resetPassword: ['session.resetPassword'],
  registrationPin: ['registration.newPin'],
  acceptTerms: ['session.acceptTerms'],
};

/** Watches a fault test from beside: what may never happen, whatever goes wrong. */
export type Conscience = {
  /** The person, or the test in their place, makes a call. */
  called: (name: CallName) => void;
  /** Fails where something has escaped, or something that changes something has left more often than it was asked for. */
  examine: (requests: readonly LoggedRequest[]) => void;
};

let escaped: string[] = [];
// Beside vitest's own listeners, which fail the run: here the count stands in a test's own answer too.
process.on('uncaughtExceptionMonitor', (error, origin) => {
  escaped.push(`${origin}: ${error.message}`);
});
process.on('unhandledRejection', (reason) => {
  escaped.push(`unhandled rejection: ${String(reason)}`);
});

/** A conscience for one test. */
export function createConscience(): Conscience {
  const calls = new Map<CallName, number>();
  escaped = [];
  return {
    called: (name) => calls.set(name, (calls.get(name) ?? 0) + 1),
    examine: (requests) => {
      expect(escaped, 'uncaught exceptions and unhandled rejections').toEqual([]);
      const keys = requests.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
      expect(keys.length - new Set(keys).size, 'requests sent again under the same key').toBe(0);
      for (const [request, names] of Object.entries(causes)) {
        const asked = names.reduce((sum, name) => sum + (calls.get(name) ?? 0), 0);
        const sent = requests.filter(({ call }) => call === request).length;
        expect(sent, `${request}: sent, of ${asked} that were asked for`).toBeLessThanOrEqual(
          asked,
        );
      }
    },
  };
}
