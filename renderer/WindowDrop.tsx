import type { ReactElement } from 'react';
import { useSession } from './app.store.ts';
import { openAdd, useAdding } from './certificates/add/add.store.ts';
import { chooseReplacement, useEditing } from './certificates/edit/edit.store.ts';
import { DropTarget } from './drop/DropTarget.tsx';
import { lookInside } from './inspect/inspect.store.ts';
import { go } from './route.store.ts';

/**
 * Where a file goes that is dropped on the window: into Add or Edit Certificate, or to Inspect, which is all
 * while signed out.
 */
export function WindowDrop(): ReactElement {
  const isSignedIn = useSession()?.status === 'signed-in';
  const isAdding = useAdding(({ status }) => status === 'open');
  const isEditing = useEditing(({ status }) => status === 'open');
  const takes = !isSignedIn ? 'look' : isEditing ? 'replace' : isAdding ? 'add' : 'both';
  return (
    <DropTarget
      takes={takes}
      onAdd={(file) => {
        go('certificates');
        openAdd({ file });
      }}
      onReplace={(file) => void chooseReplacement(file)}
      onLook={(file) => {
        go('inspect');
        void lookInside(file);
      }}
    />
  );
}
