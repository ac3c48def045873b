import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isWithinBudget } from '../../../../main/ipc/budget.ts';
import { createDispatch } from '../../../../main/ipc/dispatch.ts';
import { calls } from '../../../../preload/contract.ts';
import type { CallName, Handlers } from '../../../../preload/contract.ts';

const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(calls, name);
const names = Object.keys(calls).filter(isCallName);

/** Handlers that only count; each throws, so that none has to make up an answer. */
function countingHandlers(): { handlers: Handlers; ran: CallName[] } {
  const ran: CallName[] = [];
  const count = (name: CallName) => () => {
    ran.push(name);
    return Promise.reject(new Error('reached'));
  };
  return {
    ran,
    handlers: {
      'app.snapshot': count('app.snapshot'),
      'app.setPreferences': count('app.setPreferences'),
      'app.openLink': count('app.openLink'),
      'app.dismissNotice': count('app.dismissNotice'),
      'app.copy': count('app.copy'),
      'session.probe': count('session.probe'),
      'session.signIn': count('session.signIn'),
      'session.signInBrowser': count('session.signInBrowser'),
      'session.cancelSignIn': count('session.cancelSignIn'),
      'session.choosePassword': count('session.choosePassword'),
      'session.acceptTerms': count('session.acceptTerms'),
      'session.forgotPassword': count('session.forgotPassword'),
      'session.resetPassword': count('session.resetPassword'),
      'session.openMailbox': count('session.openMailbox'),
      'session.tryDemo': count('session.tryDemo'),
      'session.unlockKeychain': count('session.unlockKeychain'),
      'session.continueWithout': count('session.continueWithout'),
      'session.signOut': count('session.signOut'),
      'session.reauth': count('session.reauth'),
      'session.reauthBrowser': count('session.reauthBrowser'),
      'session.stay': count('session.stay'),
      'session.touch': count('session.touch'),
      'devices.list': count('devices.list'),
      'devices.commands': count('devices.commands'),
      'devices.lock': count('devices.lock'),
      'devices.forceCheckIn': count('devices.forceCheckIn'),
      'devices.unlock': count('devices.unlock'),
      'devices.wipe': count('devices.wipe'),
      'devices.retire': count('devices.retire'),
      'devices.cancelCommand': count('devices.cancelCommand'),
      'devices.locate': count('devices.locate'),
      'devices.openMap': count('devices.openMap'),
      'devices.setOwnership': count('devices.setOwnership'),
      'devices.secureAppsPin': count('devices.secureAppsPin'),
      'devices.lockPin': count('devices.lockPin'),
      'certificates.list': count('certificates.list'),
      'certificates.upload': count('certificates.upload'),
      'certificates.cancelUpload': count('certificates.cancelUpload'),
      'certificates.dismissUpload': count('certificates.dismissUpload'),
      'certificates.edit': count('certificates.edit'),
      'certificates.clearPrivateKey': count('certificates.clearPrivateKey'),
      'certificates.delete': count('certificates.delete'),
      'account.get': count('account.get'),
      'account.update': count('account.update'),
      'account.confirmEmail': count('account.confirmEmail'),
      'account.changePassword': count('account.changePassword'),
      'registration.get': count('registration.get'),
      'registration.newPin': count('registration.newPin'),
      'activity.list': count('activity.list'),
      'activity.clear': count('activity.clear'),
      'activity.export': count('activity.export'),
      'help.saveWebClip': count('help.saveWebClip'),
      'help.licences': count('help.licences'),
      'diagnostics.check': count('diagnostics.check'),
      'diagnostics.report': count('diagnostics.report'),
      'diagnostics.save': count('diagnostics.save'),
      'files.takeOpened': count('files.takeOpened'),
      'files.listRecent': count('files.listRecent'),
      'files.openRecent': count('files.openRecent'),
      'files.clearRecent': count('files.clearRecent'),
      'files.rememberRecent': count('files.rememberRecent'),
      'files.inspectWith': count('files.inspectWith'),
      'updates.get': count('updates.get'),
      'updates.check': count('updates.check'),
      'updates.install': count('updates.install'),
      'updates.setAutomatic': count('updates.setAutomatic'),
      'files.open': count('files.open'),
      'files.inspect': count('files.inspect'),
      'files.saveStrongCopy': count('files.saveStrongCopy'),
      'files.exportCertificate': count('files.exportCertificate'),
      'files.close': count('files.close'),
    },
  };
}

const reached = { ok: false, error: { code: 'internal' } } as const;
const dispatchTo = (handlers: Handlers, take = () => true) =>
  createDispatch({ handlers, take, toError: () => reached.error });
const invalid = { ok: false, error: { code: 'invalid-input' } };

/** A hundred thousand calls with LATCHKEY_LONG=1 (security.md 5). */
const isLong = process.env['LATCHKEY_LONG'] === '1';
const fuzzed = isLong ? 100_000 : 5000;

/** The fields that the contract's inputs have, so that much of what is made up is nearly right. */
const fields = [
  ...new Set(
    Object.values(calls).flatMap(({ input }) =>
      input instanceof z.ZodObject ? Object.keys(input.shape) : [],
    ),
  ),
];
const anyName = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty') },
  { weight: 1, arbitrary: fc.anything() },
);
const anyField = fc.oneof(
  fc.constantFrom(null, undefined, true, 0, -1, NaN, 'dark', '73545', '', [], ['73545']),
  fc.string(),
  fc.uint8Array({ maxLength: 64 }),
  fc.anything({ maxDepth: 2 }),
);
const anyInput = fc.oneof(
  fc.constant(undefined),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
  fc.dictionary(fc.constantFrom(...fields, '__proto__', 'constructor'), anyField, { maxKeys: 4 }),
  fc.constantFrom(...fields).chain((field) => anyField.map((value) => ({ [field]: value }))),
);

describe('the dispatcher', () => {
  it('runs a handler whose name and input are right', async () => {
    const { handlers, ran } = countingHandlers();
    const answer = await dispatchTo(handlers)('devices.list', { refresh: true });
    expect(answer).toEqual(reached);
    expect(ran).toEqual(['devices.list']);
  });

  it.each(['constructor', '__proto__', 'toString', 'devices', '', 7, null, undefined, {}])(
    'refuses %j as a name',
    async (name) => {
      const { handlers, ran } = countingHandlers();
      expect(await dispatchTo(handlers)(name, undefined)).toEqual(invalid);
      expect(ran).toEqual([]);
    },
  );

  it('refuses a key that the contract does not know', async () => {
    const { handlers, ran } = countingHandlers();
    const input = { refresh: true, url: 'https://elsewhere.example' };
    expect(await dispatchTo(handlers)('devices.list', input)).toEqual(invalid);
    expect(ran).toEqual([]);
  });

  it('keeps an answer that breaks the contract away from the page', async () => {
    const { handlers } = countingHandlers();
    const seen: unknown[] = [];
    const broken = { ...handlers, 'app.copy': () => Promise.resolve(JSON.parse('{"token":"t"}')) };
    const dispatch = createDispatch({
      handlers: broken,
      take: () => true,
      toError: (cause) => {
        seen.push(cause);
        return { code: 'internal' };
      },
    });
    expect(await dispatch('app.copy', { text: 'x' })).toEqual(reached);
    expect(seen).toHaveLength(1);
  });

  it('tells of a call before its handler runs, and of none that is not fit to run', async () => {
    const { handlers, ran } = countingHandlers();
    const told: string[] = [];
    const dispatch = createDispatch({
      handlers,
      called: async (name) => {
        await Promise.resolve();
        told.push(`${name} after ${ran.length}`);
      },
      take: () => true,
      toError: () => reached.error,
    });
    await dispatch('devices.list', { refresh: true });
    await dispatch('devices.list', { refresh: 'yes' });
    await dispatch('nothing', undefined);
    expect(told).toEqual(['devices.list after 0']);
    expect(ran).toEqual(['devices.list']);
  });

  it('says busy when the page has used up its calls', async () => {
    const { handlers, ran } = countingHandlers();
    const answer = await dispatchTo(handlers, () => false)('app.snapshot', undefined);
    expect(answer).toEqual({ ok: false, error: { code: 'busy' } });
    expect(ran).toEqual([]);
  });

  it(
    `runs no handler on anything that its schema refuses, whatever a page sends (${fuzzed} calls)`,
    async () => {
      const { handlers, ran } = countingHandlers();
      const dispatch = dispatchTo(handlers);
      let fit = 0;
      await fc.assert(
        fc.asyncProperty(anyName, anyInput, async (name, input) => {
          const before = ran.length;
          const answer = await dispatch(name, input);
          const isValid =
            isCallName(name) && isWithinBudget(input) && calls[name].input.safeParse(input).success;
          fit += isValid ? 1 : 0;
          expect(ran.length - before).toBe(isValid ? 1 : 0);
          expect(answer).toEqual(isValid ? reached : invalid);
        }),
        { numRuns: fuzzed },
      );
      expect(ran).toHaveLength(fit);
      // Enough of them are fit, or nearly so: a fuzz that never gets past the name says nothing.
      expect(fit).toBeGreaterThan(fuzzed / 100);
      if (isLong) console.log(`${fuzzed} calls, ${fit} of them fit, ${ran.length} handlers ran`);
    },
    isLong ? 600_000 : 60_000,
  );
});
