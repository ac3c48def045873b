import { basename, extname } from 'node:path';
import type { Handlers } from '../../preload/contract.ts';
import type { Inspection } from '../../preload/contract/inspection.ts';
import { failure } from '../failure.ts';
import type { Held, HeldFiles } from './files.ts';
import type { Inspector, WrittenResult } from '../inspector/inspector.ts';
import { cleanText } from '../portal/wire/text.ts';
import type { SaveWish } from './save-question.ts';
import { systemWord } from '../system-words.ts';
import { writeWhole } from './write-whole.ts';

export type SaveOptions = {
  files: Pick<HeldFiles, 'get' | 'inspectAgain'>;
  inspector: Pick<Inspector, 'strengthen' | 'exportCertificate'>;
  /** Asks in a dialog of the system's own: an absolute path, null when the person cancels. */
  askWhereToSave: (wish: SaveWish) => Promise<string | null>;
};

/** A copy holds keys; a certificate is public. */
const onlyForOwner = 0o600;
const forEverybody = 0o644;
/** In UTF-16 units: three bytes each at most, and a file name has 255. */
const longestName = 60;

/** What no system takes in a file name, and a dot at the beginning, which would hide it. */
const unfit = /[<>:"/\\|?*]|^\.+/gu;

const fitName = (text: string): string =>
  cleanText(text.replaceAll(unfit, ''), longestName).trim() || 'certificate';

/** How the page calls it: the person has chosen the name, so it may hold anything. */
const shownName = (path: string): string => cleanText(basename(path), 255) || '?';

/** The name without its ending, fit for the name of another file. */
const stemOf = (name: string): string => fitName(basename(name, extname(name)));

/** Saves what comes out of files that main holds: copies under another password, and certificates. */
export function createSaving({
  files,
  inspector,
  askWhereToSave,
}: SaveOptions): Pick<Handlers, 'files.saveStrongCopy' | 'files.exportCertificate'> {
  let isAsking = false;

  async function opened(held: Held): Promise<Inspection> {
    const result = await files.inspectAgain(held, 'look');
    if (!result.opened) throw failure('file-unreadable', { reason: 'NotCopied' });
    return result.inspection;
  }

  /** One dialog at a time; a page that has gone wrong can't bury the person under them. */
  async function ask(wish: SaveWish): Promise<string> {
    if (isAsking) throw failure('busy', { reason: 'saving' });
    isAsking = true;
    try {
      const path = await askWhereToSave(wish);
      if (path === null) throw failure('cancelled');
      return path;
    } finally {
      isAsking = false;
    }
  }

  /** The file may have been closed, and its bytes be zeros, while it was worked on. */
  function bytesOf(result: WrittenResult, fileId: string): Uint8Array {
    if (result.written) return result.bytes;
    files.get(fileId);
    const { kind } = result.failure;
    if (kind === 'cancelled') throw failure('cancelled');
    if (kind === 'timeout') throw failure('busy', { reason: 'inspection' });
    throw failure('file-unreadable', { reason: 'NotCopied' });
  }

  return {
    'files.saveStrongCopy': async ({ fileId, ...wish }) => {
      const first = files.get(fileId);
      const { keys } = await opened(first);
      const isThere = keys.length > (wish.keyIndex ?? 0);
      if (!isThere) throw failure('invalid-input', { field: 'keyIndex' });
      const word = systemWord(`system.save.${wish.form === 'legacy' ? 'legacy' : 'copy'}-name`);
      const suggestedName = `${word.replace('{name}', () => stemOf(first.name))}.p12`;
      const path = await ask({ suggestedName, kind: 'pkcs12' });
      const { bytes, password = null } = files.get(fileId);
      const copy = bytesOf(await inspector.strengthen({ bytes, password, ...wish }), fileId);
      await writeWhole(path, copy, onlyForOwner);
      return { saved: shownName(path) };
    },
    'files.exportCertificate': async ({ fileId, index, format }) => {
      const { certificates } = await opened(files.get(fileId));
      const certificate = certificates.find((one) => one.index === index);
      if (certificate === undefined) throw failure('invalid-input', { field: 'index' });
      const { commonName, organization } = certificate.subject;
      const ending = format === 'pem' ? 'pem' : 'cer';
      const suggestedName = `${fitName(commonName ?? organization ?? '')}.${ending}`;
      const path = await ask({ suggestedName, kind: format });
      const { bytes, password = null } = files.get(fileId);
      const order = { bytes, password, index, format };
      const content = bytesOf(await inspector.exportCertificate(order), fileId);
      await writeWhole(path, content, forEverybody);
      return { saved: shownName(path) };
    },
  };
}
