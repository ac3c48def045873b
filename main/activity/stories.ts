import type { z } from 'zod';
import type { ActivityAction } from '../../preload/contract/activity.ts';
import type { CallName, Output, calls } from '../../preload/contract.ts';
import type { Session } from '../../preload/contract/session.ts';
import { commandsOutcome, doneAt, keptCommand, underWay, uploadOutcome } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** The names that main knows for the ids that calls carry; undefined where it knows none. */
export type Names = {
  device: (deviceId: string) => string | undefined;
  certificate: (certificateId: string) => string | undefined;
  certificateType: (typeId: string) => string | undefined;
  /** Of a file that main holds. */
  file: (fileId: string) => string | undefined;
  /** Whether the command that waits on that device is a retirement. */
  isRetirement: (deviceId: string, commandId: string) => boolean;
};

/** What a call is about. */
export type Begun = {
  action: ActivityAction;
  subjects: readonly (string | undefined)[];
  count?: number;
};

/** How it went; what it was about, where only the answer tells. */
export type Ended = Outcome & { subjects?: string[] };

/** How one call of the contract becomes an entry. */
export type Story<N extends CallName> = {
  /** Looked at before the call runs: afterwards a deleted certificate has no name any more. */
  begin: (input: z.output<(typeof calls)[N]['input']>, names: Names) => Begun;
  /** How a call that answered went; null is nothing to remember. Without this it is done. */
  end?: (
    output: Output<N>,
    at: number,
    input: z.output<(typeof calls)[N]['input']>,
  ) => Ended | null;
  /** The upload that goes on after the call. */
  upload?: (output: Output<N>) => string;
};

type Commands = Output<'devices.lock'>;
type Changed = Output<'certificates.edit'>;

const orderEnd = ({ commands }: Commands, at: number): Outcome =>
  commandsOutcome(commands.map(keptCommand), at);
const changeEnd = ({ repushed }: Changed, at: number): Outcome => ({ ...doneAt(at), repushed });
const savedEnd = ({ saved }: Output<'files.exportCertificate'>, at: number) => ({
  ...doneAt(at),
  subjects: [saved],
});
const signInEnd = ({ status }: Session, at: number): Outcome | null =>
  status === 'signed-in' ? doneAt(at) : null;

const onDevice =
  (action: ActivityAction) =>
  ({ deviceId }: { deviceId: string }, names: Names): Begun => ({
    action,
    subjects: [names.device(deviceId)],
  });
const onCertificate =
  (action: ActivityAction) =>
  ({ certificateId }: { certificateId: string }, names: Names): Begun => ({
    action,
    subjects: [names.certificate(certificateId)],
  });
const onFile =
  (action: ActivityAction) =>
  ({ fileId }: { fileId: string }, names: Names): Begun => ({
    action,
    subjects: [names.file(fileId)],
  });
const alone = (action: ActivityAction) => (): Begun => ({ action, subjects: [] });

/**
 * The calls by which a person does something, and the entry that each becomes. What a page only reads is not here.
 * Nothing but names goes from a call into an entry: never a message, a PIN, a password, an address or a place.
 */
export const stories: { [N in CallName]?: Story<N> } = {
  'session.signIn': { begin: alone('sign-in'), end: signInEnd },
  'session.signInBrowser': { begin: alone('sign-in'), end: signInEnd },
  'session.choosePassword': { begin: alone('sign-in'), end: signInEnd },
  'session.acceptTerms': { begin: alone('sign-in'), end: signInEnd },
  'session.tryDemo': { begin: alone('sign-in'), end: signInEnd },
  'session.signOut': { begin: alone('sign-out') },

  'devices.lock': { begin: onDevice('lock'), end: orderEnd },
  'devices.unlock': { begin: onDevice('unlock'), end: orderEnd },
  'devices.wipe': { begin: onDevice('wipe'), end: orderEnd },
  'devices.retire': { begin: onDevice('retire'), end: orderEnd },
  'devices.forceCheckIn': {
    begin: ({ deviceIds }, names) => {
      const ids = [...new Set(deviceIds)];
      return { action: 'force-check-in', subjects: ids.map(names.device), count: ids.length };
    },
    end: orderEnd,
  },
  'devices.cancelCommand': {
    begin: ({ deviceId, commandId }, names) => ({
      action: names.isRetirement(deviceId, commandId) ? 'cancel-retire' : 'cancel-wipe',
      subjects: [names.device(deviceId)],
    }),
  },
  'devices.locate': {
    begin: onDevice('locate'),
    end: ({ found }, at) => ({ ...doneAt(at), note: found ? null : 'no-place' }),
  },
  'devices.setOwnership': { begin: onDevice('set-ownership') },
  'devices.secureAppsPin': { begin: onDevice('secure-apps-pin') },
  'devices.lockPin': { begin: onDevice('show-pin') },

  'certificates.upload': {
    begin: ({ typeId }, names) => ({
      action: 'add-certificate',
      subjects: [names.certificateType(typeId)],
    }),
    end: (upload, at) => uploadOutcome(upload, at) ?? underWay,
    upload: ({ id }) => id,
  },
  'certificates.edit': {
    begin: ({ certificateId, replacement }, names) => ({
      action: replacement === undefined ? 'edit-certificate' : 'replace-certificate',
      subjects: [names.certificate(certificateId)],
    }),
    end: changeEnd,
  },
  'certificates.clearPrivateKey': { begin: onCertificate('clear-private-key') },
  'certificates.delete': { begin: onCertificate('delete-certificate') },

  'files.saveStrongCopy': { begin: onFile('save-strong-copy'), end: savedEnd },
  'files.exportCertificate': { begin: onFile('export-certificate'), end: savedEnd },
  'activity.export': { begin: alone('export-activity'), end: savedEnd },
  'help.saveWebClip': { begin: alone('save-web-clip'), end: savedEnd },
  'diagnostics.save': { begin: alone('save-report'), end: savedEnd },

  'account.update': {
    begin: ({ emailAddress }) => ({
      action: emailAddress === undefined ? 'change-name' : 'change-email',
      subjects: [],
    }),
    end: ({ pendingEmailAddress }, at, { emailAddress }) => ({
      ...doneAt(at),
      note: emailAddress !== undefined && pendingEmailAddress !== null ? 'to-be-confirmed' : null,
    }),
  },
  'account.confirmEmail': { begin: alone('confirm-email') },
  'account.changePassword': { begin: alone('change-password') },
  'registration.newPin': { begin: alone('registration-pin') },
};
