/** What is held over the window, as far as the browser tells before it is let go: never a name, never bytes. */
export type Dragged = { kind: 'one' } | { kind: 'several'; count: number };

/** What was let go over the window. */
export type Dropped =
  | { kind: 'file'; file: File }
  | { kind: 'folder' }
  | { kind: 'several'; files: File[]; /** Their names. */ folders: string[] }
  | { kind: 'nothing' };

type Items = Pick<DataTransfer, 'types' | 'items'>;

/** Looks at a drag that is still held; null when it holds no files (text, a link, a picture out of a page). */
export function draggedOver(transfer: Items | null): Dragged | null {
  if (!transfer?.types.includes('Files')) return null;
  const count = fileItems(transfer).length;
  return count > 1 ? { kind: 'several', count } : { kind: 'one' };
}

/** Takes what was let go. A folder is known by its entry; a browser without entries gives its file, which can't be read. */
export function droppedOn(transfer: Items | null): Dropped {
  if (transfer === null) return { kind: 'nothing' };
  const items = fileItems(transfer);
  if (items.length > 1) {
    const entries = items.map((item) => ({ item, entry: item.webkitGetAsEntry() }));
    const isFolder = ({ entry }: (typeof entries)[number]): boolean => entry?.isDirectory ?? false;
    return {
      kind: 'several',
      files: entries.filter((one) => !isFolder(one)).flatMap(({ item }) => item.getAsFile() ?? []),
      folders: entries.filter(isFolder).map(({ entry }) => entry?.name ?? ''),
    };
  }
  const [item] = items;
  if (item?.webkitGetAsEntry()?.isDirectory) return { kind: 'folder' };
  const file = item?.getAsFile() ?? null;
  return file === null ? { kind: 'nothing' } : { kind: 'file', file };
}

function fileItems(transfer: Items): DataTransferItem[] {
  return [...transfer.items].filter((item) => item.kind === 'file');
}
