import { useEffect } from 'react';
import { useSession } from '../app.store.ts';

/** Paints with the accent colour of the portal that somebody is signed in to; `tokens.css` sees to the contrast. */
export function useBrand(): void {
  const session = useSession();
  const colour =
    session?.status === 'signed-in' ? (session.portal.branding?.accentColor ?? null) : null;
  useEffect(() => {
    const { style, dataset } = document.documentElement;
    if (colour === null) {
      style.removeProperty('--brand');
      delete dataset['brand'];
    } else {
      style.setProperty('--brand', colour);
      dataset['brand'] = '';
    }
  }, [colour]);
}
