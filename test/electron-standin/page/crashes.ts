import { makeEvent } from '../core/standin-event.ts';
import type { WebContents } from '../modules/web-contents.ts';
import type { PageTarget } from './page-target.ts';

/** Reports that a page's renderer has died; `app` gets the event too. */
export function reportCrashes(
  contents: WebContents,
  target: PageTarget,
  app: NodeJS.EventEmitter,
): { readonly crashed: boolean } {
  const state = { crashed: false };
  target.onAttach((session) => {
    session.on('Inspector.targetCrashed', () => {
      state.crashed = true;
      const details = { reason: 'crashed', exitCode: 5 };
      contents.emit('render-process-gone', makeEvent({}), details);
      app.emit('render-process-gone', makeEvent({}), contents, details);
    });
    session.on('Inspector.targetReloadedAfterCrash', () => {
      state.crashed = false;
    });
  });
  return state;
}
