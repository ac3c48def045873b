import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { CallName, Input, Output } from '../../preload/contract.ts';
import type { HeldFile } from '../../preload/contract/certificates.ts';
import type { AppError, Result } from '../../preload/contract/errors.ts';
import type { NotOpened } from '../../preload/contract/opened-files.ts';
import type { Inspection, InspectionFailure, Purpose } from '../../preload/contract/inspection.ts';
import { currentTime } from '../ui/clock.ts';

/** Why a file was not even read. Sizes are in bytes. */
export type Refusal =
  | { kind: 'too-large'; name: string; size: number; limit: number }
  | { kind: 'unreadable'; name: string }
  /** Main was to open it by itself, and could not. */
  | { kind: 'not-opened'; name: string; why: NotOpened }
  | { kind: 'error'; name: string; error: AppError };

/** What main said of the file the last time it was asked; `at` is epoch ms. */
export type Answer =
  | { kind: 'none' }
  | { kind: 'opened'; inspection: Inspection; at: number }
  /** `withPassword`: it speaks of the password that stands in the field, which was not edited since. */
  | { kind: 'failed'; failure: InspectionFailure; withPassword: boolean }
  | { kind: 'error'; error: AppError };

/** A file on its way through main. The page has its name, never its bytes, and never its password. */
export type Looking =
  | { status: 'idle' }
  | { status: 'reading'; name: string; size: number }
  | { status: 'refused'; refusal: Refusal }
  | { status: 'held'; file: HeldFile; busy: boolean; answer: Answer };

/**
 * How a file is looked at: with the password as it stands in its field, null for none; or with the one that has
 * opened a file which main holds, known here by that file's id alone.
 */
export type Ask = { purpose: Purpose } & ({ password: string | null } | { passwordOf: string });

/** The bridge to main, as `renderer/portal.ts` gives it. */
export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;

export type FileLook = {
  store: StoreApi<Looking>;
  /** Reads the file once, hands it to main and looks inside for the first time. A file over `limit` bytes is not read. */
  open: (file: File, limit: number, ask: () => Ask, isQueued?: boolean) => Promise<void>;
  /** Looks into a file that main holds already: the page was loaded again. */
  take: (file: HeldFile, ask: Ask) => Promise<void>;
  /** Lets go of the file that was open and says why another one is not. */
  refuse: (refusal: Refusal) => void;
  /** Looks again, with another password or for another purpose. Only the last question is answered. */
  look: (ask: Ask) => Promise<void>;
  /** The password is being edited: what was said of it, or is about to be said, no longer counts. */
  retract: () => void;
  /** Lets main forget the file and the password, and starts over. */
  close: () => void;
};

/** Makes the look at one file. `call` is the bridge to main; nothing here ever throws. */
export function createFileLook(call: Call): FileLook {
  const store = createStore<Looking>(() => ({ status: 'idle' }));
  let opening = 0;
  let asking = 0;

  const letGo = (): void => {
    const state = store.getState();
    opening += 1;
    asking += 1;
    if (state.status === 'held') void call('files.close', { fileId: state.file.fileId });
  };
  const refuse = (refusal: Refusal): void => store.setState({ status: 'refused', refusal }, true);

  const look = async (ask: Ask): Promise<void> => {
    const state = store.getState();
    if (state.status !== 'held') return;
    asking += 1;
    const mine = asking;
    store.setState({ ...state, busy: true }, true);
    const { fileId } = state.file;
    const result =
      'password' in ask
        ? await call('files.inspect', { fileId, ...ask })
        : await call('files.inspectWith', { fileId, ...ask });
    if (mine !== asking) return;
    const answer: Answer = !result.ok
      ? { kind: 'error', error: result.error }
      : result.value.opened
        ? { kind: 'opened', inspection: result.value.inspection, at: currentTime() }
        : {
            kind: 'failed',
            failure: result.value.failure,
            withPassword: 'password' in ask && Boolean(ask.password),
          };
    store.setState({ ...state, busy: false, answer }, true);
  };

  const open: FileLook['open'] = async (file, limit, ask, isQueued = false) => {
    letGo();
    const mine = opening;
    const name = file.name.slice(0, 512) || '?';
    if (file.size > limit) {
      refuse({ kind: 'too-large', name, size: file.size, limit });
      return;
    }
    store.setState({ status: 'reading', name, size: file.size }, true);
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      // A folder, or a file that was moved or locked since it was chosen: Chromium says no more than that.
      if (mine === opening) refuse({ kind: 'unreadable', name });
      return;
    }
    const result = await call('files.open', { name, bytes, ...(isQueued ? { isQueued } : {}) });
    if (mine !== opening) {
      if (result.ok) void call('files.close', { fileId: result.value.fileId });
      return;
    }
    if (!result.ok) {
      refuse({ kind: 'error', name, error: result.error });
      return;
    }
    const answer: Answer = { kind: 'none' };
    store.setState({ status: 'held', file: result.value, busy: true, answer }, true);
    await look(ask());
  };

  return {
    store,
    open,
    take: async (file, ask) => {
      letGo();
      const answer: Answer = { kind: 'none' };
      store.setState({ status: 'held', file, busy: true, answer }, true);
      await look(ask);
    },
    refuse: (refusal) => {
      letGo();
      refuse(refusal);
    },
    look,
    retract: () => {
      const state = store.getState();
      if (state.status !== 'held') return;
      asking += 1;
      const { answer } = state;
      const isOpen = answer.kind === 'failed' ? { ...answer, withPassword: false } : answer;
      store.setState({ ...state, busy: false, answer: isOpen }, true);
    },
    close: () => {
      letGo();
      store.setState({ status: 'idle' }, true);
    },
  };
}
