import { useSession } from '../app.store.ts';
import { t } from '../text/text.ts';

/** What the organisation behind the portal is called; "your organisation" where the portal does not say. */
export function useTenant(): string {
  const session = useSession();
  return (
    (session?.status === 'signed-in' ? session.portal.tenantName : null) ??
    t('devices.your-organisation')
  );
}
