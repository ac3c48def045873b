import { loadAccount } from './account/account.store.ts';
import { loadActivity } from './activity/activity.store.ts';
import { loadCertificates } from './certificates/certificates.store.ts';
import { loadCommands } from './devices/commands.store.ts';
import { useDevicesView } from './devices/devices-view.store.ts';
import { loadDevices } from './devices/devices.store.ts';
import { useRoute } from './route.store.ts';

/** The list, and what the device that is open has been told to do. */
async function refreshDevices(): Promise<void> {
  const { chosen, isSeveral } = useDevicesView.getState();
  const [open] = chosen;
  await Promise.all([
    loadDevices(true),
    ...(open === undefined || isSeveral ? [] : [loadCommands(open)]),
  ]);
}

/** Asks anew for what the page shows; what is there stays meanwhile. Other pages have nothing to ask for. */
export async function refresh(): Promise<void> {
  const { page } = useRoute.getState();
  if (page === 'devices') await refreshDevices();
  if (page === 'certificates') await loadCertificates(true);
  if (page === 'activity') await loadActivity();
  if (page === 'account') await loadAccount();
}
