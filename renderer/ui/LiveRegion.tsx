import type { ReactElement } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useAnnouncements } from './announce.ts';

/** The live regions that `announce` speaks through. One for the whole app. */
export function LiveRegion(): ReactElement {
  const { polite, assertive } = useAnnouncements();
  return (
    // React Aria leaves what carries this attribute readable while a dialog hides the rest.
    <div data-live-announcer="true">
      <VisuallyHidden>
        <div aria-live="polite" aria-atomic="true">
          <span key={polite.count}>{polite.text}</span>
        </div>
        <div aria-live="assertive" aria-atomic="true">
          <span key={assertive.count}>{assertive.text}</span>
        </div>
      </VisuallyHidden>
    </div>
  );
}
