import { app, session } from 'electron';
import type { Session, WebContents } from 'electron';
import { isOwnAddress, pageUrl } from './scheme.ts';

type Refused = (what: string) => void;

/**
 * Takes everything from the page that it does not need: permissions, devices, screen capture, downloads and
 * the network, which the CSP forbids as well. (After Mullvad: even a bad dependency in the page reaches nobody.)
 */
function hardenSession(target: Session, refused: Refused): void {
  target.setPermissionRequestHandler((_contents, permission, callback) => {
    refused(`permission ${permission}`);
    callback(false);
  });
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  target.setSpellCheckerEnabled(false);
  target.webRequest.onBeforeRequest((details, callback) => {
    const cancel = !isOwnAddress(details.url) && !details.url.startsWith('devtools://');
    if (cancel) refused(`request of type ${details.resourceType}`);
    callback({ cancel });
  });
  target.on('will-download', (event) => {
    refused('download');
    event.preventDefault();
  });
}

/** Keeps every web contents on the app's own page: no navigation, no second window, no webview. */
function hardenContents(contents: WebContents, refused: Refused): void {
  contents.on('will-navigate', (event) => {
    // A reload of our own page is a navigation too.
    if (event.url === pageUrl) return;
    refused('navigation');
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && event.url === pageUrl) return;
    refused('frame navigation');
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    refused('redirect');
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    refused('webview');
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => {
    refused('new window');
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/**
 * Puts all of it in force, once, before the first window exists.
 *
 * @param refused told what kind of thing was refused, never the address
 */
export function enforceSecurity(refused: Refused): void {
  app.on('session-created', (created) => hardenSession(created, refused));
  hardenSession(session.defaultSession, refused);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, refused));
}
