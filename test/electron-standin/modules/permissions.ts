import { trace } from '../core/trace.ts';
import { chromium } from '../devtools/chromium.ts';

/** A `setPermissionRequestHandler` handler; `contents` is the page that would ask. */
export type PermissionRequestHandler = (
  contents: never,
  permission: never,
  callback: (granted: boolean) => void,
  details: never,
) => void;

/** Electron's names of permissions, and Chromium's. */
const PERMISSIONS = [
  { asked: 'geolocation', name: 'geolocation' },
  { asked: 'notifications', name: 'notifications' },
  { asked: 'midi', name: 'midi' },
  { asked: 'midiSysex', name: 'midi', sysex: true },
  { asked: 'clipboard-read', name: 'clipboard-read' },
  { asked: 'clipboard-sanitized-write', name: 'clipboard-write' },
  { asked: 'idle-detection', name: 'idle-detection' },
  { asked: 'window-management', name: 'window-management' },
  { asked: 'speaker-selection', name: 'speaker-selection' },
  { asked: 'media', name: 'camera', mediaTypes: ['video'] },
  { asked: 'media', name: 'microphone', mediaTypes: ['audio'] },
  { asked: 'display-capture', name: 'display-capture' },
] as const;

function verdict(
  handler: PermissionRequestHandler | undefined,
  contents: object,
  permission: string,
  details: object,
): Promise<boolean> {
  // Electron approves everything by default
  if (handler === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    Reflect.apply(handler, undefined, [contents, permission, resolve, details]);
    // DevTools has no prompt that could be answered later
    setImmediate(() => resolve(false));
  });
}

/**
 * Asks the app's handler once per permission, beforehand, since DevTools tells of no permission prompt, and gives the
 * answers to Chromium. A handler's verdicts by permission name are right; its number of calls is not.
 */
export async function applyPermissions(
  handler: PermissionRequestHandler | undefined,
  contents: object,
  requestingUrl: string,
): Promise<void> {
  const root = chromium().pipe.session();
  for (const permission of PERMISSIONS) {
    const mediaTypes = 'mediaTypes' in permission ? { mediaTypes: permission.mediaTypes } : {};
    const details = { requestingUrl, isMainFrame: true, ...mediaTypes };
    const sysex = 'sysex' in permission ? { sysex: permission.sysex } : {};
    const granted = await verdict(handler, contents, permission.asked, details);
    await root
      .send('Browser.setPermission', {
        permission: { name: permission.name, ...sysex },
        setting: granted ? 'granted' : 'denied',
      })
      .catch((error: unknown) => trace('permission', permission.name, error));
  }
}
