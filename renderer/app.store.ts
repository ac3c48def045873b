import { create } from 'zustand';
import type { Language, Notice, Preferences, Snapshot } from '../preload/contract/app.ts';
import type { AppError } from '../preload/contract/errors.ts';
import type { ClockSkew, Reachability, Session } from '../preload/contract/session.ts';
import { call, on } from './portal.ts';
import { languageToSpeak } from './text/languages.ts';
import { correctTime } from './ui/clock.ts';
import { formatLocale, isKnown, learn, speak } from './text/text.ts';

/** What main knows of the app as a whole; the page only mirrors it. */
export type App =
  | { status: 'starting' }
  | { status: 'failed'; error: AppError }
  | {
      status: 'ready';
      version: string;
      os: Snapshot['os'];
      /** As BCP 47, best first; only those that Latchkey speaks. */
      systemLanguages: readonly string[];
      preferences: Preferences;
      /** The locale of what is shown, as BCP 47; null while its words are still being fetched at the start. */
      locale: string | null;
      session: Session;
      reachability: Reachability;
      clockSkew: ClockSkew;
      notices: readonly Notice[];
    };

export const useApp = create<{ app: App }>(() => ({ app: { status: 'starting' } }));

type Ready = Extract<App, { status: 'ready' }>;

/** Whether somebody is signed in, as far as the page knows. */
export function isSignedIn(app: App): boolean {
  return app.status === 'ready' && app.session.status === 'signed-in';
}

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
  clockSkew,
  notices,
}: Snapshot): void {
  correctTime(clockSkew?.aheadMs ?? 0);
  useApp.setState({
    app: {
      status: 'ready',
      version,
      os,
      systemLanguages,
      preferences,
      locale: null,
      session,
      reachability,
      clockSkew,
      notices,
    },
  });
  followLanguage();
}

/** Brings the words and the locale into line with what the person has chosen. The choice made last wins. */
function followLanguage(): void {
  const wanted = wantedLanguage();
  if (wanted === null || isKnown(wanted)) return speakAsWanted();
  // A page without any words is of no use: where these can't be had, English is there.
  void learn(wanted).then(speakAsWanted, speakAsWanted);
}

function wantedLanguage(): Language | null {
  const { app } = useApp.getState();
  if (app.status !== 'ready') return null;
  return languageToSpeak(app.preferences.language, app.systemLanguages);
}

function speakAsWanted(): void {
  const { app } = useApp.getState();
  const wanted = wantedLanguage();
  if (app.status !== 'ready' || wanted === null) return;
  speak(app.systemLanguages, wanted);
  mirror({ locale: formatLocale() });
}

function mirrorPreferences(preferences: Preferences): void {
  mirror({ preferences });
  followLanguage();
}

/** Listens to what main tells of the app as a whole; the function that comes back stops it. */
export function followApp(): () => void {
  const stops = [
    on('session.changed', mirrorSession),
    on('reachability.changed', (reachability) => mirror({ reachability })),
    on('clock.skewed', (clockSkew) => {
      correctTime(clockSkew?.aheadMs ?? 0);
      mirror({ clockSkew });
    }),
    on('preferences.changed', mirrorPreferences),
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
  if (answer.ok) mirrorPreferences(answer.value);
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

/** How far this computer's clock is off; null while it is not. */
export function useClockSkew(): ClockSkew {
  return useApp(({ app }) => (app.status === 'ready' ? app.clockSkew : null));
}
