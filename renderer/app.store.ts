import { create } from 'zustand';
import type { Notice, Preferences, Snapshot } from '../preload/contract/app.ts';
import type { AppError } from '../preload/contract/errors.ts';
import type { Reachability, Session } from '../preload/contract/session.ts';
import { call, on } from './portal.ts';
import { speak } from './text/text.ts';

/** What main knows of the app as a whole; the page only mirrors it. */
export type App =
  | { status: 'starting' }
  | { status: 'failed'; error: AppError }
  | {
      status: 'ready';
      version: string;
      os: Snapshot['os'];
      preferences: Preferences;
      session: Session;
      reachability: Reachability;
      notices: readonly Notice[];
    };

export const useApp = create<{ app: App }>(() => ({ app: { status: 'starting' } }));

type Ready = Extract<App, { status: 'ready' }>;

/** Changes a part of what is mirrored, once the snapshot is there. */
function mirror(part: Partial<Ready>): void {
  const { app } = useApp.getState();
  if (app.status === 'ready') useApp.setState({ app: { ...app, ...part } });
}

/** Takes over what a snapshot says. */
export function mirrorApp({
  version,
  os,
  systemLanguages,
  preferences,
  session,
  reachability,
  notices,
}: Snapshot): void {
  speak(systemLanguages);
  useApp.setState({
    app: { status: 'ready', version, os, preferences, session, reachability, notices },
  });
}

/** Listens to what main tells of the app as a whole; the function that comes back stops it. */
export function followApp(): () => void {
  const stops = [
    on('session.changed', mirrorSession),
    on('reachability.changed', (reachability) => mirror({ reachability })),
    on('preferences.changed', (preferences) => mirror({ preferences })),
    on('notice.raised', (notice) => {
      const { app } = useApp.getState();
      if (app.status === 'ready') mirror({ notices: [...app.notices, notice] });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Takes over a session that a call has answered or an event has told. */
export function mirrorSession(session: Session): void {
  mirror({ session });
}

/** Shows that the snapshot could not be had. */
export function failStart(error: AppError): void {
  useApp.setState({ app: { status: 'failed', error } });
}

/** Changes what the person has chosen; main keeps it and tells everyone. */
export async function setPreferences(preferences: Partial<Preferences>): Promise<void> {
  const answer = await call('app.setPreferences', preferences);
  if (answer.ok) mirror({ preferences: answer.value });
}

/** Takes a notice away for good. */
export async function dismissNotice(id: string): Promise<void> {
  const { app } = useApp.getState();
  if (app.status === 'ready') {
    mirror({ notices: app.notices.filter((notice) => notice.id !== id) });
  }
  await call('app.dismissNotice', { id });
}

/** The session, or null before the snapshot is there. */
export function useSession(): Session | null {
  return useApp(({ app }) => (app.status === 'ready' ? app.session : null));
}

/** Whether the portal can be reached, and since when it can't. */
export function useReachability(): Reachability {
  return useApp(({ app }) => (app.status === 'ready' ? app.reachability : online));
}
const online: Reachability = { state: 'online', since: null };
