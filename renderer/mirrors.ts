import type { Snapshot } from '../preload/contract/app.ts';
import { forgetAccount } from './account/account.store.ts';
import { followActivity, forgetActivity } from './activity/activity.store.ts';
import { failStart, followApp, isSignedIn, mirrorApp, useApp } from './app.store.ts';
import { followCertificates, forgetCertificates, takeCertificates } from './certificates/mirror.ts';
import { followCommands, forgetCommands } from './devices/commands.store.ts';
import { forgetAllLost } from './devices/lost/lost.store.ts';
import { forgetView } from './devices/devices-view.store.ts';
import { followDevices, forgetDevices } from './devices/devices.store.ts';
import { followIdle, forgetIdle } from './idle/idle.store.ts';
import { followPresence } from './idle/presence.ts';
import { closeInspected, followOpened, takeOpened } from './inspect/inspect.store.ts';
import { followMenu } from './menu-commands.ts';
import { call } from './portal.ts';
import { followRoutes } from './route-opened.ts';
import { forgetRoute } from './route.store.ts';
import { closeRegistration } from './registration/registration.store.ts';
import { forgetProof } from './proof/proof.store.ts';
import { forgetToasts } from './ui/toast.ts';

/** What a feature keeps of main's state: how it follows it, and how it forgets it when a session ends. */
type Mirror = {
  follow?: () => () => void;
  take?: (snapshot: Snapshot) => void;
  forget?: () => void;
};

/** Every feature's mirror, one line each. */
const mirrors: readonly Mirror[] = [
  { follow: followApp, take: mirrorApp },
  { follow: followDevices, forget: forgetDevices },
  { follow: followCommands, forget: forgetCommands },
  { forget: forgetView },
  { forget: forgetAllLost },
  { follow: followCertificates, take: takeCertificates, forget: forgetCertificates },
  { follow: followOpened, take: () => void takeOpened(), forget: closeInspected },
  { follow: followActivity, forget: forgetActivity },
  { forget: forgetAccount },
  { forget: closeRegistration },
  { forget: forgetProof },
  { forget: forgetToasts },
  { follow: followMenu },
  { follow: followRoutes, forget: forgetRoute },
  { follow: followIdle, forget: forgetIdle },
  { follow: followPresence },
];

/**
 * Follows main's news and takes over its state, at start and after every reload. When a session ends, every
 * feature forgets what it knew. The function that comes back stops it all.
 */
export function startMirrors(): () => void {
  const stops = mirrors.flatMap(({ follow }) => (follow ? [follow()] : []));
  const stopApp = useApp.subscribe((now, before) => {
    if (isSignedIn(now.app) || !isSignedIn(before.app)) return;
    for (const { forget } of mirrors) forget?.();
  });
  void takeSnapshot();
  return () => [...stops, stopApp].forEach((stop) => stop());
}

/** Asks main for everything that the page needs to draw itself. */
export async function takeSnapshot(): Promise<void> {
  const answer = await call('app.snapshot', undefined);
  if (!answer.ok) return failStart(answer.error);
  for (const { take } of mirrors) take?.(answer.value);
}
