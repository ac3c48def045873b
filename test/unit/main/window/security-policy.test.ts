import { expect, it } from 'vitest';
import { contentSecurityPolicy, webPreferences } from '../../../../main/window/security-policy.ts';

/* Written out a second time on purpose: whoever loosens one of them has to do it twice. */
it('the page’s policy allows its own files and nothing else', () => {
  expect(contentSecurityPolicy('bm9uY2U=').split('; ').sort()).toEqual(
    [
      "base-uri 'none'",
      "connect-src 'none'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "frame-src 'none'",
      "img-src 'self' data:",
      "manifest-src 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "script-src 'self'",
      "style-src 'self' 'nonce-bm9uY2U='",
      "trusted-types 'none'",
      "worker-src 'none'",
    ].sort(),
  );
});

it('the window’s preferences are the strict ones, each by name', () => {
  expect(webPreferences).toEqual({
    allowRunningInsecureContent: false,
    autoplayPolicy: 'document-user-activation-required',
    contextIsolation: true,
    disableBlinkFeatures: 'Auxclick',
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    sandbox: true,
    spellcheck: false,
    webSecurity: true,
    webviewTag: false,
  });
});
