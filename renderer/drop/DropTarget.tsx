import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toast.ts';
import type { Dropped } from './dragged.ts';
import { DropPoster, severalWords } from './DropPoster.tsx';
import { TwoTargets } from './TwoTargets.tsx';
import { useWindowDrop } from './use-window-drop.ts';
import type { Target } from './use-window-drop.ts';

/** The part of the window's width that belongs to the first of two targets. */
export const firstShare = 0.58;

/**
 * Turns the whole window into a target while a file is held over it. `takes` says what a file can be dropped for:
 * both where the person is signed in, one of them in Add Certificate and while signed out;
 * in Edit Certificate it replaces a file. Several at once can only be added.
 */
export function DropTarget({
  takes,
  onAdd,
  onAddSeveral,
  onReplace,
  onLook,
}: {
  takes: Target | 'both';
  onAdd: (file: File) => void;
  /** Several files, and the names of the folders that came with them. */
  onAddSeveral: (files: readonly File[], folders: readonly string[]) => void;
  onReplace: (file: File) => void;
  onLook: (file: File) => void;
}): ReactElement | null {
  const addsSeveral = takes === 'both' || takes === 'add';
  const { dragged, target } = useWindowDrop(
    (x) => {
      if (takes !== 'both') return takes;
      return x < window.innerWidth * firstShare ? 'add' : 'look';
    },
    (dropped, target) => {
      if (dropped.kind === 'several' && addsSeveral) onAddSeveral(dropped.files, dropped.folders);
      else if (dropped.kind !== 'file') refuse(dropped);
      else if (target === 'look') onLook(dropped.file);
      else if (target === 'replace') onReplace(dropped.file);
      else onAdd(dropped.file);
    },
  );
  const isSeveral = dragged?.kind === 'several';
  const said = isSeveral ? severalWords(dragged.count, addsSeveral) : t(`drop.target.${target}`);
  useEffect(() => {
    if (dragged !== null) announce(t('drop.announce', { what: said }));
  }, [dragged, said]);

  if (dragged === null) return null;
  if (takes !== 'both' || isSeveral) return <DropPoster dragged={dragged} takes={takes} />;
  return <TwoTargets target={target} />;
}

function refuse(dropped: Exclude<Dropped, { kind: 'file' }>): void {
  const count = dropped.kind === 'several' ? dropped.files.length + dropped.folders.length : 0;
  showToast({
    icon: 'refused',
    tone: 'warning',
    title: t(`drop.refused.${dropped.kind}`),
    sentence: t(`drop.refused.${dropped.kind}.more`, { count }),
  });
}
