import type { ActivityEntry } from '../../preload/contract/activity.ts';
import type { Handlers } from '../../preload/contract.ts';
import type { Upload } from '../../preload/contract/certificates.ts';
import type { Command, DeviceList } from '../../preload/contract/devices.ts';
import type { Cache } from '../cache.ts';
import type { HeldFiles } from '../files/files.ts';
import type { SaveText } from '../files/save-text.ts';
import type { Emit } from '../ipc/connect.ts';
import type { Listener } from '../ipc/overhear.ts';
import type { CurrentSession } from '../session/signed-in.ts';
import { systemWord } from '../system-words.ts';
import { activityCsv, isoWithOffset } from './csv.ts';
import type { Journal, JournalOptions, KeptEntry } from './journal.ts';
import { createJournals } from './journals.ts';
import { createNames } from './names.ts';
import { keptCommand, uploadOutcome } from './outcome.ts';
import { recordCalls } from './recorder.ts';
import { askAfterCommands, unheard, updateJournal } from './settle.ts';

export type ActivityOptions = JournalOptions & {
  session: CurrentSession;
  cache: Pick<Cache, 'devices' | 'certificates'>;
  files: Pick<HeldFiles, 'get'>;
  /** Asks the person where a file goes, and writes it there. */
  saveText: SaveText;
  emit: Emit;
  /** A command of the log has ended, and nobody has told of it. */
  ended: (command: Command, deviceName?: string) => void;
};

/** The personal log: what the person signed in here did with this app, and how it ended. */
export type Activity = {
  handlers: Pick<Handlers, 'activity.list' | 'activity.clear' | 'activity.export'>;
  /** The same handlers, with a witness where somebody does something. */
  record: (handlers: Handlers) => Handlers;
  /** What the log follows after a call has ended. */
  listener: Listener;
  /** Looks in a list that the portal has just given for what has ended while nobody looked. */
  look: (list: DeviceList) => void;
  /** Somebody else is signed in, or nobody: what goes up now is heard of no more. */
  forget: () => void;
};

/** A file that says what somebody does and when: nobody else on this computer needs to read it. */
const onlyForOwner = 0o600;

/** What the page may know of an entry. */
function shown({ commands: _kept, ...entry }: KeptEntry): ActivityEntry {
  return entry;
}

/** Each account has its own log; it outlives the session, and nobody but its account sees it. */
export function createActivity(options: ActivityOptions): Activity {
  const { session, cache, files, saveText, emit, now, log, ended } = options;
  const journals = createJournals(options, session);
  const uploads = new Map<string, { journal: Journal; entry: KeptEntry }>();
  let isSettling = false;

  function tell(journal: Journal, entry: KeptEntry): void {
    if (journal === journals.current()) emit('activity.changed', shown(entry));
  }

  function take(command: Command): void {
    const journal = journals.current();
    const changed = journal && updateJournal(journal, keptCommand(command), now());
    if (journal && changed) tell(journal, changed);
  }

  function takeUpload(upload: Upload): void {
    const known = uploads.get(upload.id);
    const outcome = known && uploadOutcome(upload, now());
    if (!known || !outcome) return;
    uploads.delete(upload.id);
    const changed = { ...known.entry, ...outcome };
    if (known.journal.replace(changed)) tell(known.journal, changed);
  }

  /** Asks after what ended while nobody looked; one round at a time, and quietly. */
  async function settle(list: Pick<DeviceList, 'devices'>): Promise<void> {
    // Whoever told of the devices may be about to tell of the command too.
    await Promise.resolve();
    const signedIn = session.signedIn();
    const journal = journals.current();
    if (isSettling || signedIn === null || journal === null) return;
    const commands = unheard(journal.entries(), list);
    if (commands.length === 0) return;
    isSettling = true;
    try {
      await askAfterCommands(signedIn.portal, commands, (next, command) => {
        const changed = updateJournal(journal, next, now());
        if (changed !== null) tell(journal, changed);
        const [name] = changed?.count === 1 ? changed.subjects : [];
        if (command !== null && journal === journals.current()) ended(command, name);
      });
    } catch (cause) {
      log.warn('commands not asked after', { cause });
    } finally {
      isSettling = false;
    }
  }

  function added(journal: Journal, entry: KeptEntry, uploadId: string | null): void {
    tell(journal, entry);
    if (entry.state !== 'waiting') return;
    if (uploadId !== null) uploads.set(uploadId, { journal, entry });
    const list = cache.devices();
    // What was done in no time is no longer pending by now.
    if (entry.commands.length > 0 && list !== null) void settle(list);
  }

  return {
    handlers: {
      'activity.list': () => ({ entries: journals.require().entries().map(shown) }),
      'activity.clear': () => {
        journals.require().clear();
        return undefined;
      },
      'activity.export': () => {
        const text = activityCsv(journals.require().entries());
        const date = isoWithOffset(now()).slice(0, 10);
        const stem = systemWord('system.save.activity-name').replace('{date}', date);
        return saveText({ suggestedName: `${stem}.csv`, kind: 'csv' }, text, onlyForOwner);
      },
    },
    record: (handlers) =>
      recordCalls(handlers, {
        names: createNames(cache, files),
        now,
        journal: journals.current,
        journalOfTry: journals.ofTry,
        added,
      }),
    listener: {
      'command.changed': ({ command }) => take(command),
      'upload.changed': takeUpload,
    },
    look: (list) => void settle(list),
    forget: () => {
      for (const { journal, entry } of uploads.values())
        journal.replace({ ...entry, state: 'unknown' });
      uploads.clear();
    },
  };
}
