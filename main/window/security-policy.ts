/**
 * The page's Content-Security-Policy: only its own files, no network at all, no frames, no eval.
 * The nonce is for React Aria's own style elements, which it reads from `meta[property=csp-nonce]`.
 *
 * @param nonce base64, fresh for every load
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "manifest-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * The window's preferences, each written out although most are Electron's defaults: a test pins them.
 * Electron's security checklist, items 2 to 4, 6, 8 to 11 and 13.
 */
export const webPreferences = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  disableBlinkFeatures: 'Auxclick',
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  autoplayPolicy: 'document-user-activation-required',
} as const;
