import type { Route } from '../preload/contract/route.ts';
import { useApp } from './app.store.ts';
import { showCertificate } from './certificates/uploads.store.ts';
import { chooseSeveral, leaveLocation, openDevice } from './devices/devices-view.store.ts';
import { on } from './portal.ts';
import { go } from './route.store.ts';

function open(route: Route): void {
  const { app } = useApp.getState();
  // What was told to somebody else leads nowhere.
  if (app.status !== 'ready' || app.session.status !== 'signed-in') return;
  go(route.page);
  if (route.page === 'devices' && route.deviceId !== null) {
    leaveLocation();
    chooseSeveral(false);
    openDevice(route.deviceId);
  }
  if (route.page === 'certificates' && route.certificateId !== null)
    showCertificate(route.certificateId);
}

/** Goes where a click on a notification leads; the function that comes back stops it. */
export function followRoutes(): () => void {
  return on('route.opened', open);
}
