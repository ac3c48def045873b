import { z } from 'zod';
import * as account from './contract/account.ts';
import * as activity from './contract/activity.ts';
import { knownLink, notice, preferences, snapshot } from './contract/app.ts';
import * as certificates from './contract/certificates.ts';
import * as devices from './contract/devices.ts';
import { checkResult, report, selfCheck } from './contract/diagnostics.ts';
import type { Result } from './contract/errors.ts';
import { licences, webClipInput } from './contract/help.ts';
import { menuCommand } from './contract/menu.ts';
import { openedFile, recentFiles } from './contract/opened-files.ts';
import * as orders from './contract/orders.ts';
import * as sessions from './contract/session.ts';
import { exportCertificateInput, savedFile, strongCopyInput } from './contract/saved-files.ts';
import { route } from './contract/route.ts';
import { portalId } from './contract/text.ts';
import { updateState } from './contract/updates.ts';

const nothing = z.undefined();
const fileRef = z.strictObject({ fileId: z.uuid() });
const certificateRef = z.strictObject({ certificateId: portalId });
const uploadRef = z.strictObject({ uploadId: z.uuid() });

/**
 * Every call that the page can make, by name. Main checks the input before a handler runs and the output
 * before it leaves; the page gets a `Result`.
 */
export const calls = {
  /** The whole state of the app, at start and after a reload. */
  'app.snapshot': { input: nothing, output: snapshot },
  'app.setPreferences': { input: preferences.partial(), output: preferences },
  'app.openLink': { input: z.strictObject({ link: knownLink }), output: nothing },
  'app.dismissNotice': { input: z.strictObject({ id: z.string().max(64) }), output: nothing },
  /** Put a line of text on the clipboard; the page has no clipboard of its own. */
  'app.copy': { input: z.strictObject({ text: z.string().max(65_536) }), output: nothing },

  /** Ask a portal who it is; reads the host out of a pasted link. */
  'session.probe': {
    input: sessions.probeInput,
    output: sessions.portalOptions,
  },
  'session.signIn': { input: sessions.signInInput, output: sessions.session },
  /** Sign in on the organisation's own page in the browser; answers when the person has come back from there. */
  'session.signInBrowser': { input: sessions.browserSignInInput, output: sessions.session },
  /** Stop the sign-in that is under way, in the browser or at a portal that does not answer. */
  'session.cancelSignIn': { input: nothing, output: nothing },
  /** Choose the new password without which the portal lets nobody go on. */
  'session.choosePassword': { input: sessions.newPasswordInput, output: sessions.session },
  'session.acceptTerms': { input: sessions.acceptTermsInput, output: sessions.session },
  /** Have a PIN mailed to whoever has forgotten their password. The same answer whether the name is known or not. */
  'session.forgotPassword': { input: sessions.forgottenInput, output: nothing },
  'session.resetPassword': { input: sessions.resetInput, output: nothing },
  /** Open the mailbox of a portal on this computer: a demo sends no mails out. */
  'session.openMailbox': { input: sessions.mailboxInput, output: nothing },
  /** Start the demo portal on loopback and sign in to it. */
  'session.tryDemo': { input: nothing, output: sessions.session },
  'session.unlockKeychain': { input: nothing, output: sessions.session },
  /** Leave the stored session where it is, behind a keychain that does not open, and go to the sign-in page. */
  'session.continueWithout': { input: nothing, output: sessions.session },
  'session.signOut': { input: nothing, output: sessions.session },
  /** Prove the password again; calls that answer `reauth-required` work for some minutes then. */
  'session.reauth': { input: sessions.reauthInput, output: sessions.proof },
  /** The same for whoever has no password here: they sign in once more on their organisation's own page. */
  'session.reauthBrowser': { input: nothing, output: sessions.proof },
  /** Somebody uses the app: the minutes of `session.idle` begin anew. */
  'session.touch': { input: nothing, output: nothing },
  /** The person is still there: takes back the warning of `session.idle`. */
  'session.stay': { input: nothing, output: nothing },

  'devices.list': { input: z.strictObject({ refresh: z.boolean() }), output: devices.deviceList },
  'devices.commands': {
    input: z.strictObject({ deviceId: portalId, start: z.number().int().min(0).max(1_000_000) }),
    output: devices.commandPage,
  },
  'devices.lock': { input: devices.lockInput, output: devices.commandsMade },
  'devices.forceCheckIn': {
    input: z.strictObject({ deviceIds: z.array(portalId).min(1).max(200) }),
    output: devices.commandsMade,
  },
  /** Clear the passcode. Never in lost mode; needs a fresh proof of the password. */
  'devices.unlock': { input: orders.unlockInput, output: devices.commandsMade },
  /** Erase the device, once the person has said yes to main's own dialog; needs a fresh proof. */
  'devices.wipe': { input: orders.wipeInput, output: devices.commandsMade },
  /** End the management, once the person has said yes to main's own dialog; needs a fresh proof. */
  'devices.retire': { input: orders.deviceRef, output: devices.commandsMade },
  /** Take back a wipe or a retirement that is still pending. */
  'devices.cancelCommand': { input: orders.cancelCommandInput, output: devices.commandsMade },
  /** Where the device was last seen, or why nobody can tell. */
  'devices.locate': { input: orders.deviceRef, output: orders.deviceLocation },
  /** Show where the device was last seen in the system's browser: its coordinates leave the app. */
  'devices.openMap': { input: orders.deviceRef, output: nothing },
  /** Say whose device it is; the device as it stands then. */
  'devices.setOwnership': { input: orders.ownershipInput, output: devices.device },
  /** A one-time PIN to set a new passcode of the secure apps with. */
  'devices.secureAppsPin': { input: orders.deviceRef, output: orders.oneTimePin },
  /** The PINs of a Mac out of the OS keychain. */
  'devices.lockPin': { input: orders.deviceRef, output: orders.macPins },

  'certificates.list': {
    input: z.strictObject({ refresh: z.boolean() }),
    output: certificates.certificateList,
  },
  /** Send an opened and checked file to the portal. Answers at once; progress comes as `upload.changed`. */
  'certificates.upload': { input: certificates.uploadInput, output: certificates.upload },
  'certificates.cancelUpload': { input: uploadRef, output: nothing },
  'certificates.dismissUpload': { input: uploadRef, output: nothing },
  /** Change description or type, or replace the file. */
  'certificates.edit': {
    input: certificates.editInput,
    output: certificates.changedCertificate,
  },
  /** Have the portal forget the private key; the details stay. Needs a fresh proof of the password. */
  'certificates.clearPrivateKey': {
    input: certificateRef,
    output: certificates.changedCertificate,
  },
  /** Delete a certificate with its details. Needs a fresh proof of the password. */
  'certificates.delete': { input: certificateRef, output: nothing },

  /** The account, what of it can be changed, and the rules for a new password. */
  'account.get': { input: nothing, output: account.accountProfile },
  /** Change names or e-mail address; a new address is pending until it is confirmed. */
  'account.update': { input: account.accountChange, output: account.accountProfile },
  /** Confirm the pending address with the code from the mail that went there. */
  'account.confirmEmail': { input: account.emailCode, output: account.accountProfile },
  /** Choose a new password. Every other session of the account ends; needs a fresh proof. */
  'account.changePassword': { input: account.passwordChange, output: nothing },

  /** How another device is registered. */
  'registration.get': { input: nothing, output: account.registration },
  /** A one-time PIN to register one device with. */
  'registration.newPin': { input: nothing, output: orders.oneTimePin },

  /** The personal log of whoever is signed in, oldest first. */
  'activity.list': { input: nothing, output: activity.activityList },
  /** Forget all of it, on the disk too. */
  'activity.clear': { input: nothing, output: nothing },
  /** Write all of it as CSV, where the person says in main's own dialog. */
  'activity.export': { input: nothing, output: savedFile },

  /** Write a profile that puts a portal on a phone's home screen, where the person says. */
  'help.saveWebClip': { input: webClipInput, output: savedFile },
  /** What is shipped with the app, and under which licences. */
  'help.licences': { input: nothing, output: licences },
  /** Run one self-check now. */
  'diagnostics.check': { input: z.strictObject({ check: selfCheck }), output: checkResult },
  /** A report for IT without secrets, to be read first. */
  'diagnostics.report': { input: nothing, output: report },
  /** Write the report that was read last where the person says. */
  'diagnostics.save': { input: nothing, output: savedFile },

  'updates.get': { input: nothing, output: updateState },
  /** Ask the feed now; a newer version is downloaded at once. Never fails: what went wrong is in the state. */
  'updates.check': { input: nothing, output: updateState },
  /** End the app and start the new version. */
  'updates.install': { input: nothing, output: nothing },
  /** Whether the app looks for updates by itself. */
  'updates.setAutomatic': { input: z.strictObject({ isOn: z.boolean() }), output: updateState },

  /** Hand main the bytes of a dropped or chosen file. */
  'files.open': { input: certificates.openFileInput, output: certificates.heldFile },
  /** The file that main was asked to open from outside the page, once `file.opened` has told; null if there is none. */
  'files.takeOpened': { input: nothing, output: openedFile.nullable() },
  'files.listRecent': { input: nothing, output: recentFiles },
  'files.openRecent': { input: z.strictObject({ id: z.uuid() }), output: openedFile },
  'files.clearRecent': { input: nothing, output: recentFiles },
  'files.rememberRecent': {
    input: z.strictObject({ remembers: z.boolean() }),
    output: recentFiles,
  },
  /** Look inside, off the event loop. A file that does not open is an answer, not an error. */
  'files.inspect': { input: certificates.inspectInput, output: certificates.inspectOutput },
  /** The same with a password that main has already, so that the page need not keep it. */
  'files.inspectWith': {
    input: certificates.inspectWithInput,
    output: certificates.inspectOutput,
  },
  /** Write a copy of an opened file under another password, where the person says in main's own dialog. */
  'files.saveStrongCopy': { input: strongCopyInput, output: savedFile },
  /** Write one certificate of an opened file, without any key, where the person says. */
  'files.exportCertificate': { input: exportCertificateInput, output: savedFile },
  /** Let go of the file, its password and what was found in it. */
  'files.close': { input: fileRef, output: nothing },
} as const;

/** Every topic that main tells the page of without being asked. */
export const events = {
  'session.changed': sessions.session,
  /** The session is about to end by idleness, or, with null, no longer is. */
  'session.idle': sessions.idleWarning,
  'reachability.changed': sessions.reachability,
  /** This computer's clock is found to be wrong, or, with null, right again. */
  'clock.skewed': sessions.clockSkew,
  'preferences.changed': preferences,
  /** The whole list, unasked; a list that the page has asked for comes as the answer alone. */
  'devices.changed': devices.deviceList,
  /** One device of the list as it stands now. */
  'device.changed': devices.device,
  /** A command moved on; `device` is its device as it stands now. */
  'command.changed': z.strictObject({ command: devices.command, device: devices.device }),
  'certificates.changed': certificates.certificateList,
  'upload.changed': certificates.upload,
  'notice.raised': notice,
  /** An entry of the personal log is new, or has come further. */
  'activity.changed': activity.activityEntry,
  /** Main has opened a file by itself; `files.takeOpened` gives it. */
  'file.opened': z.null(),
  'menu.chosen': menuCommand,
  'updates.changed': updateState,
  /** The person has asked for a place from outside the window, by a click on a notification. */
  'route.opened': route,
} as const;

export type CallName = keyof typeof calls;
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type Topic = keyof typeof events;
export type Payload<T extends Topic> = z.output<(typeof events)[T]>;

/** One function for each call; a missing one is a compile error. */
export type Handlers = {
  [N in CallName]: (input: z.output<(typeof calls)[N]['input']>) => Promise<Output<N>> | Output<N>;
};

/** What the preload puts on `window.portal`. */
export type PortalBridge = {
  call: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** Listens to a topic; the function that comes back stops it. */
  on: <T extends Topic>(topic: T, listener: (payload: Payload<T>) => void) => () => void;
};
