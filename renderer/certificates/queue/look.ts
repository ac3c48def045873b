import type { KeptFile, Upload } from '../../../preload/contract/certificates.ts';
import { asksForPassword } from '../../file-look/failure-kinds.ts';
import { uploadLimit } from '../../file-look/limits.ts';
import { createFileLook } from '../../file-look/looking.ts';
import type { FileLook } from '../../file-look/looking.ts';
import { call } from '../../portal.ts';
import { purposeOf } from '../add/fitting-type.ts';
import { createPasswordSource } from '../add/password-source.ts';
import { knownCertificates, loadCertificates, offeredTypes } from '../certificates.store.ts';
import { leftOutWords } from './left-out.ts';
import { changeItem, changeQueue, itemOf, openQueue } from './queue.store.ts';
import type { LeftOut, QueueItem } from './queue.store.ts';
import { suggestedType } from './suggested-type.ts';

/** The password of the file that is shown. */
export const queuePassword = createPasswordSource();

const looks = new Map<number, FileLook>();
let lastKey = 0;
/** Ends when every file that was put into the queue has been looked into for the first time. */
let lookedThrough: Promise<unknown> = Promise.resolve();

/** The look at one file of the queue; null once it is gone. */
export function lookOf(key: number): FileLook | null {
  return looks.get(key) ?? null;
}

/** A place in the queue for a file, with a look of its own that the queue follows. */
function placeFor(name: string, size: number, fileId: string | null): QueueItem {
  lastKey += 1;
  const key = lastKey;
  const look = createFileLook(call);
  looks.set(key, look);
  look.store.subscribe((looking) => {
    changeItem(
      key,
      looking.status === 'held' ? { looking, fileId: looking.file.fileId } : { looking },
    );
  });
  return {
    key,
    name,
    size,
    fileId,
    looking: look.store.getState(),
    typeId: null,
    isTypeChosen: false,
    acknowledged: [],
    problem: null,
  };
}

/** Puts files into the queue, and looks into them one after the other. */
export function takeFiles(files: readonly File[]): Promise<void> {
  const taking = lookInto(files);
  lookedThrough = Promise.all([lookedThrough, taking]);
  return taking;
}

async function lookInto(files: readonly File[]): Promise<void> {
  const placed = files.map((file) => ({ file, item: placeFor(file.name, file.size, null) }));
  changeQueue({ items: [...(openQueue()?.items ?? []), ...placed.map(({ item }) => item)] });
  await typesKnown();
  for (const { file, item } of placed) {
    const look = lookOf(item.key);
    if (look === null) continue;
    await look.open(file, uploadLimit, () => askWithout(item.key), true);
    await settle(item.key);
  }
}

/** Takes up files that main has kept over a reload, and uploads whose files have gone already. */
export async function takeKept(files: readonly KeptFile[], gone: readonly Upload[]): Promise<void> {
  const kept = files.map((file) => ({ file, item: placeFor(file.name, file.size, file.fileId) }));
  const sent = gone.map(({ fileName, totalBytes, fileId }) =>
    placeFor(fileName, totalBytes, fileId),
  );
  const items = [...sent, ...kept.map(({ item }) => item)];
  changeQueue({ items, selected: items[0]?.key ?? null });
  await typesKnown();
  for (const { file, item } of kept) {
    const { fileId, name, size } = file;
    const ask = { passwordOf: fileId, purpose: purposeFor(item.key) };
    await lookOf(item.key)?.take({ fileId, name, size }, ask);
    await settle(item.key);
  }
}

/**
 * Tries the password as it stands in its field, and on success the same on the others that wait for one. Ends when it is
 * known of every other file whether it needs one: whoever types faster than files are looked into is led on all the same.
 */
export async function tryPassword(key: number): Promise<void> {
  const password = queuePassword.read();
  await lookOf(key)?.look({ password, purpose: purposeFor(key) });
  const opened = itemOf(key);
  if (!isOpened(opened)) return;
  await settle(key);
  const queue = openQueue();
  if (opened?.fileId && queue?.sharesPassword) {
    for (const other of queue.items) await tryPasswordOf(opened.fileId, other.key);
  }
  await lookedThrough;
}

/** Has main try what opened one file on another that still waits for a password. */
async function tryPasswordOf(fileId: string, key: number): Promise<void> {
  if (!needsPassword(itemOf(key))) return;
  await lookOf(key)?.look({ passwordOf: fileId, purpose: purposeFor(key) });
  await settle(key);
}

/** Chooses the type of one file, and has it checked for that. */
export function chooseTypeOf(key: number, typeId: string): void {
  changeItem(key, { typeId, isTypeChosen: true, problem: null });
  void lookAgain(key);
}

/** Takes one file out of the queue; main lets go of it. */
export function dropItem(key: number): void {
  looks.get(key)?.close();
  looks.delete(key);
  const queue = openQueue();
  if (queue === null) return;
  const at = queue.items.findIndex((item) => item.key === key);
  const items = queue.items.filter((item) => item.key !== key);
  const next = items[Math.min(at, items.length - 1)] ?? null;
  changeQueue({
    items,
    selected: queue.selected === key ? (next?.key ?? null) : queue.selected,
  });
}

/** Lets go of every look; main closes the files. */
export function closeLooks(): void {
  for (const look of looks.values()) look.close();
  looks.clear();
}

/** What follows from a look: a stranger is left out, what is inside suggests a type, known passwords are tried. */
async function settle(key: number): Promise<void> {
  const item = itemOf(key);
  if (item === null) return;
  const why = leftOutWords(item.looking);
  if (why !== null) {
    leaveOut({ name: item.name, why });
    dropItem(key);
    return;
  }
  if (needsPassword(item)) {
    const queue = openQueue();
    const source = queue?.sharesPassword ? queue.items.find(wasOpenedByPassword)?.fileId : null;
    if (source && isFirstLook(item)) await tryPasswordOf(source, key);
    return;
  }
  const { looking, isTypeChosen, typeId } = item;
  if (isTypeChosen || looking.status !== 'held' || looking.answer.kind !== 'opened') return;
  const type = suggestedType(looking.answer.inspection, offeredTypes(), knownCertificates());
  if (type === null || type.id === typeId) return;
  changeItem(key, { typeId: type.id });
  await lookAgain(key);
}

/** Nobody has tried a password on it yet. */
function isFirstLook({ looking }: QueueItem): boolean {
  return (
    looking.status === 'held' &&
    looking.answer.kind === 'failed' &&
    looking.answer.failure.kind === 'password-required'
  );
}

async function lookAgain(key: number): Promise<void> {
  const fileId = itemOf(key)?.fileId;
  if (fileId) await lookOf(key)?.look({ passwordOf: fileId, purpose: purposeFor(key) });
}

/** What a file is for can be told only when the portal has said which types there are. */
async function typesKnown(): Promise<void> {
  if (offeredTypes().length === 0) await loadCertificates();
}

function askWithout(key: number) {
  return { password: null, purpose: purposeFor(key) };
}

function purposeFor(key: number) {
  const typeId = itemOf(key)?.typeId;
  return purposeOf(offeredTypes().find(({ id }) => id === typeId) ?? null);
}

function leaveOut(one: LeftOut): void {
  changeQueue({ leftOut: [...(openQueue()?.leftOut ?? []), one] });
}

function isOpened(item: QueueItem | null): boolean {
  return item?.looking.status === 'held' && item.looking.answer.kind === 'opened';
}

function needsPassword(item: QueueItem | null): boolean {
  return (
    item?.looking.status === 'held' &&
    item.looking.answer.kind === 'failed' &&
    asksForPassword(item.looking.answer.failure.kind)
  );
}

function wasOpenedByPassword({ looking }: QueueItem): boolean {
  return (
    looking.status === 'held' &&
    looking.answer.kind === 'opened' &&
    looking.answer.inspection.protection.password === 'given'
  );
}
