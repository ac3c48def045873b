import { createHash, randomUUID } from 'node:crypto';
import type { Handlers } from '../../preload/contract.ts';
import { maxHeldFiles } from '../../preload/contract/certificates.ts';
import type { KeptFile } from '../../preload/contract/certificates.ts';
import type { InspectionResult, Purpose } from '../../preload/contract/inspection.ts';
import { failure } from '../failure.ts';
import type { Inspector } from '../inspector/inspector.ts';
import { cleanText } from '../portal/wire/text.ts';

/** A file in main's memory, with what was found in it. The page has its id and never its bytes. */
export type Held = {
  id: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the bytes as they were opened, hex. */
  digest: string;
  /** What opened it; undefined until something has. Null: it opened without a password. */
  password: string | null | undefined;
  /** One of several that are to be added. */
  isQueued: boolean;
  /** The answer for each purpose, with that password. */
  results: Map<Purpose, InspectionResult>;
};

export type HeldFiles = {
  handlers: Pick<Handlers, 'files.open' | 'files.inspect' | 'files.inspectWith' | 'files.close'>;
  /** @throws Failure `file-gone` */
  get: (id: string) => Held;
  /** Looks inside with the password that opened the file before, if not done for this purpose already. */
  inspectAgain: (held: Held, purpose: Purpose) => Promise<InspectionResult>;
  close: (id: string) => void;
  /** Every file that is held, the first to come first. */
  all: () => KeptFile[];
  /** Somebody else is signed in, or nobody: what was found is to be looked at again. */
  forgetResults: () => void;
  closeAll: () => void;
};

export type FilesOptions = {
  inspector: Pick<Inspector, 'inspect'>;
  /** Facts of the account that the checks compare with. */
  account: () => { email: string | null; knownFingerprints: string[] };
  now: () => number;
};

const maxTotalBytes = 64 * 1_048_576;

export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The last part of what may be a path on any system, fit to be shown. */
function fileName(text: string): string {
  const last = text.split(/[/\\]/u).findLast((part) => part !== '') ?? text;
  return cleanText(last, 255) || 'file';
}

/** Holds opened files until the page lets go of them. */
export function createFiles({ inspector, account, now }: FilesOptions): HeldFiles {
  const files = new Map<string, Held>();
  const looking = new Map<string, AbortController>();

  function get(id: string): Held {
    const held = files.get(id);
    if (held === undefined) throw failure('file-gone');
    return held;
  }

  function close(id: string): void {
    const held = files.get(id);
    if (held === undefined) return;
    looking.get(id)?.abort();
    held.bytes.fill(0);
    held.password = undefined;
    held.results.clear();
    files.delete(id);
  }

  async function look(held: Held, password: string | null, purpose: Purpose, signal?: AbortSignal) {
    const { email, knownFingerprints } = account();
    return inspector.inspect({
      bytes: held.bytes,
      password,
      purpose,
      email,
      knownFingerprints,
      now: now(),
      // Only PKCS#12 can be uploaded; looking takes whatever it knows.
      accept: purpose === 'look' ? 'any' : 'pkcs12',
      ...(signal === undefined ? {} : { signal }),
    });
  }

  async function inspect(id: string, password: string | null, purpose: Purpose) {
    const held = get(id);
    // The latest password counts: an answer to an earlier one must not come in after it.
    looking.get(id)?.abort();
    const controller = new AbortController();
    looking.set(id, controller);
    const result = await look(held, password, purpose, controller.signal);
    if (looking.get(id) !== controller) throw failure('cancelled');
    looking.delete(id);
    if (!files.has(id)) throw failure('file-gone');
    if (held.password !== password) held.results.clear();
    held.password = result.opened ? password : undefined;
    if (result.opened) held.results.set(purpose, result);
    return result;
  }

  function open(name: string, bytes: Uint8Array, isQueued: boolean): Held {
    if (files.size >= maxHeldFiles) throw failure('busy', { reason: 'files' });
    const others = [...files.values()];
    const total = others.reduce((sum, held) => sum + held.bytes.length, 0);
    if (total + bytes.length > maxTotalBytes) throw failure('too-large', { reason: 'files' });
    const own = new Uint8Array(bytes);
    const digest = digestOf(own);
    if (isQueued && others.some((other) => other.isQueued && other.digest === digest))
      throw failure('conflict', { reason: 'same-file' });
    const held: Held = {
      id: randomUUID(),
      name: fileName(name),
      bytes: own,
      digest,
      password: undefined,
      isQueued,
      results: new Map(),
    };
    files.set(held.id, held);
    return held;
  }

  return {
    get,
    close,
    all: () =>
      [...files.values()].map(({ id, name, bytes, isQueued }) => ({
        fileId: id,
        name,
        size: bytes.length,
        isQueued,
      })),
    forgetResults: () => {
      for (const held of files.values()) held.results.clear();
    },
    closeAll: () => {
      for (const id of files.keys()) close(id);
    },
    inspectAgain: async (held, purpose) => {
      const known = held.results.get(purpose);
      if (known !== undefined) return known;
      if (held.password === undefined) throw failure('checks-failed', { reason: 'not-opened' });
      const result = await look(held, held.password, purpose);
      held.results.set(purpose, result);
      return result;
    },
    handlers: {
      'files.open': ({ name, bytes, isQueued = false }) => {
        const held = open(name, bytes, isQueued);
        return { fileId: held.id, name: held.name, size: held.bytes.length };
      },
      'files.inspect': ({ fileId, password, purpose }) => inspect(fileId, password, purpose),
      'files.inspectWith': ({ fileId, passwordOf, purpose }) =>
        inspect(fileId, get(passwordOf).password ?? null, purpose),
      'files.close': ({ fileId }) => {
        close(fileId);
        return undefined;
      },
    },
  };
}
