import { lazy } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { useSession } from './app.store.ts';
import { CertificatesBadge } from './certificates/CertificatesBadge.tsx';
import { CertificatesUpdated } from './certificates/CertificatesUpdated.tsx';
import { DevicesBadge } from './devices/DevicesBadge.tsx';
import { DevicesPage } from './devices/DevicesPage.tsx';
import { DevicesUpdated } from './devices/DevicesUpdated.tsx';
import { openRegistration } from './registration/registration.store.ts';
import type { PageId } from './route.store.ts';
import { signOut, useSessionWork } from './session/session.store.ts';
import { SettingsPage } from './settings/SettingsPage.tsx';
import type { TextKey } from './text/text.ts';
import type { IconName } from './ui/icon-paths.ts';

// Not needed for the first picture, so not loaded for it.
const ActivityPage = lazy(async () => ({
  default: (await import('./activity/ActivityPage.tsx')).ActivityPage,
}));
const AccountPage = lazy(async () => ({
  default: (await import('./account/AccountPage.tsx')).AccountPage,
}));
const CertificatesPage = lazy(async () => ({
  default: (await import('./certificates/CertificatesPage.tsx')).CertificatesPage,
}));
const HelpPage = lazy(async () => ({
  default: (await import('./help/HelpPage.tsx')).HelpPage,
}));
const InspectPage = lazy(async () => ({
  default: (await import('./inspect/InspectPage.tsx')).InspectPage,
}));

/** A page that the navigation leads to. One more page is one more line in `pages`. */
export type Page = {
  id: Exclude<PageId, 'sign-in'>;
  label: TextKey;
  icon: IconName;
  Page: ComponentType;
  /** A count or a warning beside its name. */
  Badge?: ComponentType;
  /** What stands at the right of the status strip while the page is shown. */
  StripEnd?: ComponentType;
  isAtFoot?: boolean;
  /** Works without a session. */
  isOpenSignedOut?: boolean;
};

function Devices(): ReactElement {
  return <DevicesPage onRegister={() => void openRegistration()} />;
}

function Account(): ReactElement | null {
  const session = useSession();
  const { work } = useSessionWork();
  if (session?.status !== 'signed-in') return null;
  return (
    <AccountPage
      session={session}
      isSigningOut={work === 'signing-out'}
      onSignOut={() => void signOut()}
    />
  );
}

function Settings(): ReactElement | null {
  const session = useSession();
  const { work } = useSessionWork();
  if (session?.status !== 'signed-in') return null;
  return (
    <SettingsPage
      session={session}
      isSigningOut={work === 'signing-out'}
      onSignOut={() => void signOut()}
    />
  );
}

/** Every page, in the order of the navigation. */
export const pages: readonly Page[] = [
  {
    id: 'devices',
    label: 'nav.devices',
    icon: 'devices',
    Page: Devices,
    Badge: DevicesBadge,
    StripEnd: DevicesUpdated,
  },
  {
    id: 'certificates',
    label: 'nav.certificates',
    icon: 'certificate',
    Page: CertificatesPage,
    Badge: CertificatesBadge,
    StripEnd: CertificatesUpdated,
  },
  {
    id: 'inspect',
    label: 'nav.inspect',
    icon: 'inspect',
    Page: InspectPage,
    isOpenSignedOut: true,
  },
  { id: 'activity', label: 'nav.activity', icon: 'activity', Page: ActivityPage },
  { id: 'account', label: 'nav.account', icon: 'account', Page: Account, isAtFoot: true },
  { id: 'settings', label: 'nav.settings', icon: 'settings', Page: Settings, isAtFoot: true },
  {
    id: 'help',
    label: 'nav.help',
    icon: 'info',
    Page: HelpPage,
    isAtFoot: true,
    isOpenSignedOut: true,
  },
];
