import type { ReactElement } from 'react';
import { useSession } from './app.store.ts';
import { openAdd, useAdding } from './certificates/add/add.store.ts';
import { addSeveral } from './certificates/queue/add-several.ts';
import { addToQueue } from './certificates/queue/queue.ts';
import { useQueue } from './certificates/queue/queue.store.ts';
import { chooseReplacement, useEditing } from './certificates/edit/edit.store.ts';
import { DropTarget } from './drop/DropTarget.tsx';
import { lookInside } from './inspect/inspect.store.ts';
import { go } from './route.store.ts';

/**
 * Where files go that are dropped on the window: into Add or Edit Certificate or the queue, or to Inspect, which is all
 * while signed out.
 */
export function WindowDrop(): ReactElement {
  const isSignedIn = useSession()?.status === 'signed-in';
  const isAdding = useAdding(({ status }) => status === 'open');
  const isEditing = useEditing(({ status }) => status === 'open');
  const isQueueing = useQueue(({ status }) => status === 'open');
  const isAddOpen = isAdding || isQueueing;
  const takes = !isSignedIn ? 'look' : isEditing ? 'replace' : isAddOpen ? 'add' : 'both';
  return (
    <DropTarget
      takes={takes}
      onAdd={(file) => {
        go('certificates');
        if (isQueueing) addToQueue([file]);
        else openAdd({ file });
      }}
      onAddSeveral={(files, folders) => {
        go('certificates');
        addSeveral(files, folders);
      }}
      onReplace={(file) => void chooseReplacement(file)}
      onLook={(file) => {
        go('inspect');
        void lookInside(file);
      }}
    />
  );
}
