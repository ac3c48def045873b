import { Suspense, lazy, useEffect } from 'react';
import type { ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Session } from '../preload/contract/session.ts';
import { useApp } from './app.store.ts';
import { Frame } from './frame/Frame.tsx';
import { StartFailedPage } from './frame/StartFailedPage.tsx';
import { Strip } from './frame/Strip.tsx';
import { IdleDialog } from './idle/IdleDialog.tsx';
import { startMirrors, takeSnapshot } from './mirrors.ts';
import { PageKeys } from './PageKeys.tsx';
import { pages } from './pages.tsx';
import type { Page } from './pages.tsx';
import { ProofDialog } from './proof/ProofDialog.tsx';
import { useRegistration } from './registration/registration.store.ts';
import { go, useRoute } from './route.store.ts';
import type { PageId } from './route.store.ts';
import { ChoosePasswordPage, TermsPage } from './session/HalfwayPages.tsx';
import { SessionPage } from './session/SessionPage.tsx';
import { KeychainLockedPage, RestoringPage } from './session/WaitingPages.tsx';
import { spokenLanguage, t } from './text/text.ts';
import { useBrand } from './frame/use-brand.ts';
import { LiveRegion } from './ui/LiveRegion.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';
import { useUploadLines } from './upload-strip.tsx';
import { WindowDrop } from './WindowDrop.tsx';

// With the QR code in it, so not loaded for the first picture.
const RegisterDevice = lazy(async () => ({
  default: (await import('./registration/RegisterDevice.tsx')).RegisterDevice,
}));

const itemsOf = (
  shown: readonly Page[],
): { id: PageId; label: string; icon: Page['icon']; Badge?: NonNullable<Page['Badge']> }[] =>
  shown.map(({ id, label, icon, Badge }) => ({
    id,
    label: t(label),
    icon,
    ...(Badge ? { Badge } : {}),
  }));

function SignedIn({
  session,
}: {
  session: Extract<Session, { status: 'signed-in' }>;
}): ReactElement {
  const { page } = useRoute();
  const shown = pages.find(({ id }) => id === page) ?? pages[0];
  const uploads = useUploadLines(page !== 'certificates');
  return (
    <Frame
      tenantName={session.portal.tenantName}
      logo={session.portal.branding?.logo ?? null}
      items={itemsOf(pages.filter(({ isAtFoot }) => !isAtFoot))}
      footItems={itemsOf(pages.filter(({ isAtFoot }) => isAtFoot))}
      current={shown?.id ?? page}
      onGo={go}
      strip={<Strip more={uploads} end={shown?.StripEnd && <shown.StripEnd />} />}
    >
      <Suspense>{shown && <shown.Page />}</Suspense>
    </Frame>
  );
}

function SignedOut({
  session,
}: {
  session: Extract<Session, { status: 'signed-out' }>;
}): ReactElement {
  const { page } = useRoute();
  const open = pages.filter(({ isOpenSignedOut }) => isOpenSignedOut);
  const shown = open.find(({ id }) => id === page);
  const inspect = open.find(({ id }) => id === 'inspect');
  if (!shown) {
    return <SessionPage session={session} onInspect={inspect ? () => go('inspect') : null} />;
  }
  return (
    <Frame
      tenantName={null}
      items={itemsOf(open.filter(({ isAtFoot }) => !isAtFoot))}
      footItems={[
        ...itemsOf(open.filter(({ isAtFoot }) => isAtFoot)),
        { id: 'sign-in', label: t('nav.sign-in'), icon: 'account' },
      ]}
      current={shown.id}
      onGo={go}
      strip={<Strip />}
    >
      <Suspense>
        <shown.Page />
      </Suspense>
    </Frame>
  );
}

function Current(): ReactElement | null {
  const { app } = useApp();
  if (app.status === 'starting' || (app.status === 'ready' && app.locale === null)) return null;
  if (app.status === 'failed') {
    return <StartFailedPage error={app.error} onTryAgain={() => void takeSnapshot()} />;
  }
  const { session } = app;
  switch (session.status) {
    case 'signed-out':
      return <SignedOut session={session} />;
    case 'restoring':
      return <RestoringPage session={session} />;
    case 'keychain-locked':
      return <KeychainLockedPage />;
    case 'choosing-password':
      return <ChoosePasswordPage session={session} />;
    case 'accepting-terms':
      return <TermsPage session={session} />;
    case 'signed-in':
      return <SignedIn session={session} />;
    default:
      return session satisfies never;
  }
}

/** The whole page: what is shown depends on the session and on where the person has gone. */
export function App(): ReactElement {
  const theme = useApp(({ app }) => (app.status === 'ready' ? app.preferences.theme : 'system'));
  const isRegistering = useRegistration(({ status }) => status !== 'closed');
  const locale = useApp(({ app }) => (app.status === 'ready' ? app.locale : null)) ?? 'en';
  const language = spokenLanguage();

  useEffect(startMirrors, []);
  useBrand();
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <I18nProvider locale={locale}>
      <Current />
      <Suspense>{isRegistering && <RegisterDevice />}</Suspense>
      <ProofDialog />
      <IdleDialog />
      <WindowDrop />
      <ToastRegion label={t('toasts.label')} closeLabel={t('toasts.close')} />
      <PageKeys />
      <LiveRegion />
    </I18nProvider>
  );
}
