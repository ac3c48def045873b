import type { WebPreferences } from 'electron';

/** Preferences without which the stand-in would run another app than Electron. */
const CANNOT: readonly { name: keyof WebPreferences; value: unknown }[] = [
  { name: 'contextIsolation', value: false },
  { name: 'nodeIntegration', value: true },
  { name: 'nodeIntegrationInWorker', value: true },
  { name: 'webviewTag', value: true },
  { name: 'sandbox', value: false },
];

/** The preferences of a page with Electron's defaults; throws on those that the stand-in cannot honour. */
export function fullPreferences(asked: WebPreferences, sandboxed: boolean): WebPreferences {
  for (const { name, value } of CANNOT) {
    if (asked[name] === value)
      throw new Error(`stand-in: ${name}: ${String(value)} is not implemented`);
  }
  return {
    allowRunningInsecureContent: false,
    contextIsolation: true,
    devTools: true,
    experimentalFeatures: false,
    images: true,
    javascript: true,
    navigateOnDragDrop: false,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    plugins: false,
    safeDialogs: false,
    spellcheck: true,
    webSecurity: true,
    webviewTag: false,
    ...asked,
    sandbox: sandboxed || asked.sandbox !== false,
  };
}
